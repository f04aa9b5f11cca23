import type { Place } from './place.ts';

/** Everything that can be wrong with a link; `lab.link.<code>` is its sentence. */
type LinkProblemCode =
  /** There is nothing behind the mark of a link. */
  | 'empty'
  /** It was made by a later version of this format: `version`. */
  | 'newer'
  /** Its letters have all been made small, or all capital. */
  | 'case'
  /** No line of it can be read. */
  | 'nothing'
  /** Its end is missing: `branches` can be read, the last perhaps in part. */
  | 'cut'
  /** Its checksum does not hold: what is read may not be what was written. */
  | 'changed'
  /** It holds more text than a session of any use has: `branches` were read. */
  | 'too-large'
  /** From `branch` on, counted from 1, it says nothing; 0: nothing at all. */
  | 'rest'
  /** Of `branch`, counted from 1, `count` lines say nothing in the notation, the first of them `line`. */
  | 'lines'
  /** The same of the author's scenario. */
  | 'author'
  /** What was on view cannot be read. */
  | 'view'
  /** It has `length` characters, more than the `limit` at which some programs cut an address. */
  | 'long';

/** One thing that is wrong with a link, with the params of its sentence. */
export interface LinkProblem {
  readonly code: LinkProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a link gives: as much of the place as can be read, null where nothing can, and what could not be read. */
export interface Decoded {
  readonly place: Place | null;
  readonly problems: readonly LinkProblem[];
}
