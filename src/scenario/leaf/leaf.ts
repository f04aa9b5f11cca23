import type { Line, Names } from '../line.ts';
import type { Problem } from '../problem.ts';

/** What could stand at a place where something else stands, or nothing. */
export type Want =
  | { readonly type: 'word'; readonly word: string }
  /** A whole number; `example` is one that makes sense there. */
  | { readonly type: 'number'; readonly least: number; readonly most: number; readonly example: number }
  /** A turn, such as `2nd`. */
  | { readonly type: 'turn' }
  /** A share, such as `2 %`. */
  | { readonly type: 'share' }
  /** A number and its unit. */
  | { readonly type: 'time'; readonly example: string }
  /** A name for a host. */
  | { readonly type: 'name' };

/** A value read up to, not including, the token `next`; with problems where the words have the right shape but say something impossible. */
export interface Taken<T> {
  readonly ok: true;
  readonly next: number;
  readonly value: T;
  readonly problems: readonly Problem[];
  /** What could go on saying it at the token `next`. */
  readonly more?: readonly Want[];
}

/** No value: what could stand at the token `at`. */
export interface Refused {
  readonly ok: false;
  readonly at: number;
  readonly wants: readonly Want[];
}

/** Reads and writes one kind of value of the notation. */
export interface Leaf<T> {
  /** The words of the notation that it is made of. */
  readonly words: readonly string[];
  /** Reads at the token `at`; `known` tells the words of the notation. */
  read(line: Line, at: number, known: (word: string) => boolean): Taken<T> | Refused;
  write(value: T, names: Names): string;
}

/** The value `value`, read up to the token `next`. */
export function taken<T>(next: number, value: T, ...problems: readonly Problem[]): Taken<T> {
  return { ok: true, next, value, problems };
}

/** What is wanted where any of `words` could stand. */
export function wantsOf(words: readonly string[]): readonly Want[] {
  return words.map((word) => ({ type: 'word', word }));
}

/** Nothing read: one of `words` should stand at `at`. */
export function refused(at: number, words: readonly string[]): Refused {
  return { ok: false, at, wants: wantsOf(words) };
}
