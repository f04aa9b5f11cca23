import { useState } from 'preact/hooks';

/** The end of a list that grows as time goes on: enough of it to read, not so much that a step takes long. */
export interface Tail {
  /** The place of the first entry on view. */
  readonly first: number;
  /** How many entries `more` adds. */
  readonly next: number;
  /** Shows entries before those; they stay on view. */
  readonly more: () => void;
}

/** The last `page` entries of a list of `count`, all from the place `needed` on where that is earlier, and as many more as the reader asks for. */
export function useTail(count: number, page: number, needed = count): Tail {
  const [asked, setAsked] = useState(page);
  const first = Math.max(0, Math.min(count - asked, needed));
  return { first, next: Math.min(first, 2 * page), more: () => setAsked(count - first + 2 * page) };
}

/** How many entries of a list that will have `all` at the end are made at once: all of a short one; of a long one more than a screen has, and few enough for a jump to another time to be quick. */
export function pageOf(all: number): number {
  return all <= 80 ? all : 30;
}
