import type { Clause, Sentence } from '../narration/sentence.ts';

/** A kind of exercise; each has a file of its own in kind/. */
export const KINDS = ['state', 'next-segment', 'order'] as const;

/** One of the kinds. */
export type Kind = (typeof KINDS)[number];

/** A sentence that explains, with the clause that it rests on where it rests on one. */
export interface Explained {
  readonly sentence: Sentence;
  readonly clause: Clause | null;
}

/** One thing that can be answered. */
export interface Option {
  /** Unique within its field; what an answer holds. */
  readonly value: string;
  readonly label: Sentence;
  /** The known misconception that leads to this option, where there is one; its truth is the sentence `misconception.<id>`. */
  readonly misconception: string | null;
  /** Why the option is wrong; empty where it is right. */
  readonly why: readonly Explained[];
}

/** One option is to be chosen. */
export interface ChoiceField {
  readonly type: 'choice';
  /** Unique within its exercise. */
  readonly id: string;
  readonly label: Sentence;
  readonly options: readonly Option[];
  /** The values of all right options, one or more; every other option is provably wrong. */
  readonly accepted: readonly string[];
  /** Why the right answer is right. */
  readonly explanation: readonly Explained[];
}

/** That one item has to come before another, and why. */
export interface Precedence {
  readonly first: string;
  readonly second: string;
  readonly why: Explained;
}

/** All items are to be put in order. An answer is right if it contradicts no precedence: there may be several. */
export interface OrderField {
  readonly type: 'order';
  readonly id: string;
  readonly label: Sentence;
  /** Shuffled. */
  readonly items: readonly Option[];
  /** Each that does not follow from two others. */
  readonly precedences: readonly Precedence[];
  /** One right order. */
  readonly accepted: readonly string[];
  readonly explanation: readonly Explained[];
}

/** What is asked of the reader. */
export type Field = ChoiceField | OrderField;

/** A question made from a trace: plain data, and the same again from the same trace, kind and seed. */
export interface Exercise {
  /** Depends on what decides the run, the kind and the seed; not on words, language or page. */
  readonly id: string;
  readonly kind: Kind;
  readonly seed: number;
  /** The figure shows the moments before this index of `Trace.moments`. */
  readonly until: number;
  /** What the reader has to know beside the figure, in order. */
  readonly given: readonly Sentence[];
  readonly question: Sentence;
  readonly hint: Sentence;
  readonly fields: readonly Field[];
}

/** What a reader answers, by field id: the chosen option's value, or for an order field all values in order. */
export type Answer = Readonly<Record<string, string | readonly string[]>>;
