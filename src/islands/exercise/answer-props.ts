import type { ComponentChildren } from 'preact';
import type { Answer } from '../../exercise/exercise.ts';
import type { Field } from '../../exercise/field.ts';
import type { Words } from '../../narration/sentence.ts';

/** What the part of an island gets in which a field is answered. */
export interface AnswerProps<F extends Field> {
  readonly field: F;
  /** What the reader has answered; absent where nothing. */
  readonly given: Answer[string] | undefined;
  /** The parts that a check has found right: they cannot be changed any more. */
  readonly fixed: readonly string[];
  /** The parts that the last check found wrong, until the answer is changed. */
  readonly wrong: readonly string[];
  /** Whether the last check found the whole field right. */
  readonly isRight: boolean;
  /** Unique on the page. */
  readonly name: string;
  /** The figure of the exercise: a walk is taken in it. */
  readonly figure: ComponentChildren;
  readonly words: Words;
  readonly onAnswer: (answer: Answer[string]) => void;
}
