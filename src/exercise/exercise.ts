import type { Sentence } from '../narration/sentence.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Difficulty } from './difficulty.ts';
import type { Field } from './field.ts';
import type { Figure } from './figure.ts';
import type { Topic } from './topic.ts';

/** A kind of exercise; each has a file of its own in kind/. */
export const KINDS = [
  'state',
  'next-segment',
  'order',
  'blanks',
  'decode',
  'if-lost',
  'path',
  'impossible',
  'fault',
  'rule',
] as const;

/** One of the kinds. */
export type Kind = (typeof KINDS)[number];

/** The kind of the exercise of this id (`Exercise.id`); null where it is none that is made from a run. */
export function kindOf(id: string): Kind | null {
  return KINDS.find((kind) => id.startsWith(`${kind}-`)) ?? null;
}

/** What the simulator plays to show why an answer is right. */
export interface Play {
  /** The first moment that is played, an index of `Trace.moments`: what the question is about. */
  readonly from: number;
  /** Another scenario than the one that the exercise was made from, where that shows it; else null. */
  readonly scenario: Scenario | null;
}

/** A question: plain data. One made from a trace is the same again from the same trace, kind and seed. */
export interface Exercise {
  /** Depends on what decides the run, the kind and the seed, or on the author's name for it; not on words, language or page. */
  readonly id: string;
  readonly kind: Kind | 'asked';
  /** 0 where an author has written it: then no trace and no seed makes it. */
  readonly seed: number;
  readonly topic: Topic;
  readonly difficulty: Difficulty;
  /** The known misconceptions that some wrong answer would show, each once, sorted. */
  readonly misconceptions: readonly string[];
  readonly figure: Figure;
  readonly play: Play;
  /** What the reader has to know beside the figure, in order. */
  readonly given: readonly Sentence[];
  readonly question: Sentence;
  readonly hint: Sentence;
  readonly fields: readonly Field[];
}

/** A question that was made from a trace. */
export interface MadeExercise extends Exercise {
  readonly kind: Kind;
}

/** What a reader answers, by field id: a text, or a list; which, each type of field says. */
export type Answer = Readonly<Record<string, string | readonly string[]>>;
