import type { Clause, Sentence } from '../narration/sentence.ts';

/** A sentence that explains, with the clause that it rests on where it rests on one. */
export interface Explained {
  readonly sentence: Sentence;
  readonly clause: Clause | null;
}

/** An answer that is known to be wrong. */
export interface Mistake {
  /** What the answer holds. */
  readonly value: string;
  /** The known misconception that leads to it, where there is one; its truth is the sentence `misconception.<id>`. */
  readonly misconception: string | null;
  /** Why it is wrong. */
  readonly why: readonly Explained[];
}

/** One thing that can be answered; `why` is empty where it is right. `value` is unique within its field. */
export interface Option extends Mistake {
  readonly label: Sentence;
}

interface Labelled {
  /** Unique within its exercise. */
  readonly id: string;
  readonly label: Sentence;
  /** Why the right answer is right. */
  readonly explanation: readonly Explained[];
}

/** One option is to be chosen. An answer is its value. */
export interface ChoiceField extends Labelled {
  readonly type: 'choice';
  readonly options: readonly Option[];
  /** The values of all right options, one or more; every other option is provably wrong. */
  readonly accepted: readonly string[];
}

/** All right options are to be chosen, and no other; each is judged by itself. An answer is the list of the chosen values. */
export interface ManyField extends Labelled {
  readonly type: 'many';
  /** Here a right option has its `why` too, and may name a misconception: what is told where it was left out. */
  readonly options: readonly Option[];
  /** The values of the right options, one or more. */
  readonly accepted: readonly string[];
}

/** That one item has to come before another, and why. */
export interface Precedence {
  readonly first: string;
  readonly second: string;
  readonly why: Explained;
}

/** All items are to be put in order. An answer is the list of all values; it is right if it contradicts no precedence: there may be several. */
export interface OrderField extends Labelled {
  readonly type: 'order';
  /** Shuffled. */
  readonly items: readonly Option[];
  /** Each that does not follow from two others. */
  readonly precedences: readonly Precedence[];
  /** One right order. */
  readonly accepted: readonly string[];
}

/** A number, or a word or two, is to be typed in. An answer is the text; two texts are the same answer where `normal` of them is the same. */
export interface NumberField extends Labelled {
  readonly type: 'number';
  /** What is asked for: decides the keyboard that a phone shows. */
  readonly form: 'number' | 'text';
  /** Every right answer, the usual one first. */
  readonly accepted: readonly string[];
  /** Wrong answers that are known, likeliest first. */
  readonly mistakes: readonly Mistake[];
  /** Why any other answer is wrong. */
  readonly otherwise: readonly Explained[];
}

/** One of the things that get an option each. */
export interface MatchItem {
  /** Unique within its field. */
  readonly value: string;
  readonly label: Sentence;
  /** The values of the options that are right for it, one or more. */
  readonly accepted: readonly string[];
  /** Why each other option is wrong for it. */
  readonly mistakes: readonly Mistake[];
}

/** Each item is to be given one of the options. An answer is the list of the options' values in the order of the items, '' where none is given yet. */
export interface MatchField extends Labelled {
  readonly type: 'match';
  readonly items: readonly MatchItem[];
  readonly options: readonly { readonly value: string; readonly label: Sentence }[];
  /** Whether an option may be given to several items. */
  readonly repeats: boolean;
}

/** A wrong next state, after so many right ones. */
export interface PathMistake extends Mistake {
  /** How many right steps stand before it, 0 or more. */
  readonly after: number;
}

/** A walk through the states of RFC 9293 Figure 5 is to be taken, state after state. An answer is the list of the states after `start`. */
export interface PathField extends Labelled {
  readonly type: 'path';
  /** The state in which it begins. */
  readonly start: string;
  /** Every right walk, the usual one first. */
  readonly accepted: readonly (readonly string[])[];
  /** Wrong next states, only the first of which is told. */
  readonly mistakes: readonly PathMistake[];
  /** Why any other next state is wrong, by how many right steps stand before it; one more than the longest walk has, for a step beyond its end. */
  readonly otherwise: readonly (readonly Explained[])[];
  /** What is told where the walk ends too early. */
  readonly unfinished: readonly Explained[];
}

/** What is asked of the reader. */
export type Field = ChoiceField | ManyField | OrderField | NumberField | MatchField | PathField;
