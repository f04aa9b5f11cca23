import type { Explained } from '../field.ts';

/** One thing that is wrong with an answer, without giving the right one away. */
export interface Objection {
  /** What it speaks of: the value of an option or item; null where it is the answer as a whole. */
  readonly part: string | null;
  /** The known misconception that the answer shows; else null. */
  readonly misconception: string | null;
  readonly why: readonly Explained[];
}

/** How the answer to a field was found, whatever the field explains. */
export interface Finding {
  /** Whether there was a whole answer; without one it is not right. */
  readonly answered: boolean;
  readonly right: boolean;
  /** The parts that are right and may stay as they are: options of `many`, items of `match`, the places of the right steps of `path`; empty where nothing was answered. */
  readonly rightParts: readonly string[];
  /** Empty where the answer is right or missing. */
  readonly objections: readonly Objection[];
}

/** What is found where there is no answer. */
export const MISSING: Finding = { answered: false, right: false, rightParts: [], objections: [] };

/** What is found of an answer in which exactly this is wrong. */
export function found(objections: readonly Objection[], rightParts: readonly string[] = []): Finding {
  return { answered: true, right: objections.length === 0, rightParts, objections };
}
