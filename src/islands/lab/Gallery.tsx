import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { EMPTY_THUMBNAIL, type Thumbnail as Drawn } from '../../diagram/thumbnail/thumbnail.ts';
import type { Words } from '../../narration/sentence.ts';
import { EMPTY_SCENARIO, type Scenario } from '../../simulation/scenario.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import { loadGallery, matching, type GalleryGroup, type GalleryScenario } from './gallery.ts';
import { outlineText } from './outline.ts';
import { Thumbnail } from './Thumbnail.tsx';
import './gallery.css';

interface Props {
  readonly lang: Lang;
  readonly words: Words;
  /** The reader has chosen a scenario; `name` is that of its file, empty for the empty wire. */
  readonly onScenario: (scenario: Scenario, title: string, name: string) => void;
  /** The name of the scenario that is on view; empty: the empty wire. */
  readonly current?: string;
}

type Loaded = readonly GalleryGroup[] | 'loading' | 'failed';

/** Every scenario of the course to choose from, in groups, with a field to find one; before them the empty wire. */
export function Gallery({ lang, words, onScenario, current }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [loaded, setLoaded] = useState<Loaded>('loading');
  const [query, setQuery] = useState('');
  const load = () => {
    setLoaded('loading');
    loadGallery(lang).then(setLoaded, () => setLoaded('failed'));
  };
  useEffect(load, [lang]);

  const found = typeof loaded === 'string' ? [] : matching(loaded, query);
  const count = found.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
  const first = found[0]?.scenarios[0];
  const choose = ({ scenario, title, name }: GalleryScenario) => onScenario(scenario, title, name);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (query.trim() !== '' && first !== undefined) choose(first);
  };
  /** The arrow keys go through the list; Tab reaches every button all the same. */
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = step === undefined ? undefined : buttons[at + step];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  };

  return (
    // The arrow keys are a shortcut for Tab.
    // eslint-disable-next-line jsx-a11y-x/no-static-element-interactions
    <div class="isl-gallery" onKeyDown={onKeyDown}>
      <form class="isl-gallery-find" role="search" onSubmit={onSubmit}>
        <label for={`${id}-find`}>{text(words, 'lab.gallery.find')}</label>
        <input id={`${id}-find`} type="search" autocomplete="off" spellcheck={false} value={query} placeholder={text(words, 'lab.gallery.find.such-as')} onInput={(event) => setQuery(event.currentTarget.value)} />
        <p class="isl-gallery-count" role="status">
          {typeof loaded !== 'string' && text(words, count === 1 ? 'lab.gallery.count.one' : 'lab.gallery.count', { count })}
        </p>
      </form>
      <div ref={list} class="isl-gallery-groups">
        {query.trim() === '' && (
          <ul class="isl-gallery-list">
            <Item title={text(words, 'lab.gallery.empty')} about={text(words, 'lab.gallery.empty.about')} thumbnail={EMPTY_THUMBNAIL} isCurrent={current === ''} onChoose={() => onScenario(EMPTY_SCENARIO, text(words, 'lab.gallery.empty'), '')} />
          </ul>
        )}
        {loaded === 'loading' && <p class="isl-gallery-note">{text(words, 'lab.gallery.loading')}</p>}
        {loaded === 'failed' && (
          <p class="isl-gallery-note">
            {text(words, 'lab.gallery.failed')}{' '}
            <button type="button" onClick={load}>
              {text(words, 'lab.gallery.again')}
            </button>
          </p>
        )}
        {found.map((group) => (
          <section key={group.id} aria-labelledby={`${id}-${group.id}`}>
            <p class="isl-gallery-group" id={`${id}-${group.id}`}>
              {group.title}
            </p>
            <ul class="isl-gallery-list">
              {group.scenarios.map((one) => (
                <Item key={one.name} title={one.title} about={one.about} thumbnail={one.thumbnail} note={outlineText(one, words)} isCurrent={current === one.name} onChoose={() => choose(one)} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

interface ItemProps {
  readonly title: string;
  readonly about: string;
  readonly thumbnail: Drawn;
  readonly note?: string;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
}

function Item({ title, about, thumbnail, note, isCurrent, onChoose }: ItemProps) {
  return (
    <li>
      <button type="button" class="isl-gallery-item" aria-current={isCurrent ? 'true' : undefined} onClick={onChoose}>
        <Thumbnail of={thumbnail} />
        <span class="isl-gallery-text">
          <span class="isl-gallery-title">{title}</span>
          <span class="isl-gallery-about">{about}</span>
          {note !== undefined && <span class="isl-gallery-note">{note}</span>}
        </span>
      </button>
    </li>
  );
}
