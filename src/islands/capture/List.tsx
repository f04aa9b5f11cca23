import { useId, useRef } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import { Icon } from '../Icon.tsx';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import { phraseText } from '../../capture/phrase.ts';
import { ConversationRow } from './ConversationRow.tsx';
import type { Listing } from './listing.ts';
import { PAGE, SORTS, type Look, type Sort } from './look.ts';
import { OUTCOMES } from './outcome.ts';
import { countText } from './units.ts';
import { lookAgain } from './use-reading.ts';

interface Props {
  readonly listing: Listing;
  /** How the reader wants to look at it, which the list may not have followed yet. */
  readonly look: Look;
  readonly words: Words;
  readonly lang: Lang;
  readonly onLook: (look: Look) => void;
  readonly onOpen: (number: number) => void;
}

/** The columns, and what each is sorted by; null: by nothing. */
const COLUMNS: readonly (readonly [string, Sort | null])[] = [
  ['number', 'number'],
  ['outcome', 'outcome'],
  ['ends', null],
  ['start', 'start'],
  ['duration', 'duration'],
  ['segments', 'segments'],
  ['octets', 'octets'],
];

/** The conversations of a capture, a page of them at a time: sorted and narrowed down as the reader wants it. */
export function List({ listing: { rows, matching, all, look: shown }, look, words, lang, onLook, onOpen }: Props) {
  const id = useId();
  const top = useRef<HTMLTableElement>(null);
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}) => text(words, `capture.${key}`, params);
  const sortBy = (sort: Sort) => onLook(lookAgain(look, { sort, isDescending: look.sort === sort && !look.isDescending }));
  const pages = Math.max(1, Math.ceil(matching / PAGE));
  const turn = (page: number) => {
    if (page < 0 || page >= pages) return;
    onLook({ ...look, page });
    top.current?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <section class="isl-conversations" aria-labelledby={`${id}-title`}>
      <div class="isl-list-tools" role="search">
        <h2 id={`${id}-title`}>{say('list')}</h2>
        <label class="isl-list-find">
          <span>{say('find')}</span>
          <input type="search" value={look.find} autocomplete="off" spellcheck={false} placeholder={say('find.such-as')} onInput={({ currentTarget }) => onLook(lookAgain(look, { find: currentTarget.value }))} />
        </label>
        <label>
          <span>{say('outcome')}</span>
          <select value={look.outcome ?? ''} onChange={({ currentTarget }) => onLook(lookAgain(look, { outcome: OUTCOMES.find((one) => one === currentTarget.value) ?? null }))}>
            <option value="">{say('outcome.all')}</option>
            {OUTCOMES.map((outcome) => (
              <option key={outcome} value={outcome}>
                {say(`outcome.${outcome}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="isl-list-sort">
          <span>{say('sort')}</span>
          <select value={look.sort} onChange={({ currentTarget }) => onLook(lookAgain(look, { sort: SORTS.find((one) => one === currentTarget.value) ?? 'number' }))}>
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {say(`column.${sort}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="isl-list-sort" aria-pressed={look.isDescending} onClick={() => onLook(lookAgain(look, { isDescending: !look.isDescending }))}>
          {say('descending')}
        </button>
      </div>
      <p class="isl-list-count" role="status">
        {matching === all ? say('count', { all: countText(all, lang) }) : say('count.some', { matching: countText(matching, lang), all: countText(all, lang) })}
      </p>
      {rows.length > 0 && (
        <table ref={top} class="isl-list">
          <caption class="sr-only">{say('list.caption')}</caption>
          <thead>
            <tr>
              {COLUMNS.map(([column, sort]) => (
                <th key={column} scope="col" aria-sort={sort !== look.sort ? undefined : look.isDescending ? 'descending' : 'ascending'}>
                  {sort === null ? (
                    say(`column.${column}`)
                  ) : (
                    <button type="button" onClick={() => sortBy(sort)}>
                      {say(`column.${column}`)}
                      <span aria-hidden="true">{sort !== look.sort ? '' : look.isDescending ? ' ▾' : ' ▴'}</span>
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((conversation) => (
              <ConversationRow key={conversation.number} conversation={conversation} said={phraseText(conversation, words)} words={words} lang={lang} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      )}
      {pages > 1 && (
        <nav class="isl-list-pages" aria-label={say('pages')}>
          <button type="button" aria-disabled={shown.page === 0} onClick={() => turn(shown.page - 1)}>
            <Icon name="left" /> {say('page.before')}
          </button>
          <span>{say('page', { page: countText(shown.page + 1, lang), pages: countText(pages, lang) })}</span>
          <button type="button" aria-disabled={shown.page >= pages - 1} onClick={() => turn(shown.page + 1)}>
            {say('page.next')} <Icon name="right" />
          </button>
        </nav>
      )}
    </section>
  );
}
