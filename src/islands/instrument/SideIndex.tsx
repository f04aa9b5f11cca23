import type { RefObject } from 'preact';
import type { Words } from '../../narration/sentence.ts';
import { text } from '../text.ts';

interface Props {
  readonly side: RefObject<HTMLElement>;
  readonly words: Words;
}

/** The parts that a reader goes to and fro between, by how they are marked. */
const PARTS = [
  ['lab.index.moment', '.isl-moment'],
  ['lab.index.hands', '.isl-moment > .isl-fold'],
  ['lab.index.ends', '.isl-ends'],
] as const;

/** Leads to the parts of a column that is longer than what is seen of it; the style sheet shows it only there. */
export function SideIndex({ side, words }: Props) {
  const go = (selector: string) => {
    const column = side.current;
    const part = column?.querySelector<HTMLElement>(selector);
    if (!column || !part) return;
    if (part instanceof HTMLDetailsElement) part.open = true;
    column.scrollTo({ top: column.scrollTop + part.getBoundingClientRect().top - (column.firstElementChild?.getBoundingClientRect().bottom ?? 0) });
  };
  return (
    <div class="isl-index" role="group" aria-label={text(words, 'lab.index')}>
      {PARTS.map(([key, selector]) => (
        <button key={key} type="button" onClick={() => go(selector)}>
          {text(words, key)}
        </button>
      ))}
    </div>
  );
}
