import { useEffect, useRef } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import type { Branch } from '../branch.ts';
import type { Deed } from '../deed.ts';
import { Icon } from '../Icon.tsx';
import { text } from '../text.ts';

interface Props {
  readonly branches: readonly Branch[];
  readonly current: number;
  /** The id of the one that is compared with; null: none. */
  readonly compared: number | null;
  /** What a branch is called, by its id. */
  readonly nameOf: (id: number) => string;
  readonly words: Words;
  readonly onDeed: (deed: Deed) => void;
  readonly onCompare: (branch: number | null) => void;
}

/** The courses that things have taken: one is on view, another one can be put beside it. */
export function Branches({ branches, current, compared, nameOf, words, onDeed, onCompare }: Props) {
  const list = useRef<HTMLUListElement>(null);
  // Where they stand in one row to be pushed along, the one on view is seen.
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>('[data-current="true"]');
    if (tab) list.current?.scrollTo({ left: tab.offsetLeft - list.current.offsetLeft - 8 });
  }, [current]);
  return (
    <ul ref={list} class="isl-branches" aria-label={text(words, 'lab.branches')}>
      {branches.map(({ id, from }) => (
        <li key={id} data-current={id === current}>
          <button type="button" class="isl-branch" aria-current={id === current ? 'true' : undefined} onClick={() => onDeed({ type: 'branch', branch: id })}>
            <span class="isl-branch-name">{nameOf(id)}</span>
            <small>{from === null ? text(words, 'lab.branch.origin') : text(words, 'lab.branch.from', { shown: from.shown })}</small>
          </button>
          {id !== current && (
            <button type="button" class="isl-branch-compare" aria-pressed={id === compared} aria-label={text(words, 'lab.branch.compare.label', { name: nameOf(id) })} onClick={() => onCompare(id === compared ? null : id)}>
              {text(words, 'lab.branch.compare')}
            </button>
          )}
          <button type="button" class="isl-branch-close" aria-label={text(words, 'lab.branch.close', { name: nameOf(id) })} onClick={() => onDeed({ type: 'close', branch: id })}>
            <Icon name="cross" />
          </button>
        </li>
      ))}
    </ul>
  );
}
