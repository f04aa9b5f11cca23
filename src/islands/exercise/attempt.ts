import type { Answer, Exercise } from '../../exercise/exercise.ts';
import { grade, type FieldVerdict } from '../../exercise/grade.ts';

/** What a reader has answered to an exercise so far, and what they have been told about it. Plain data. */
export interface Attempt {
  readonly exercise: Exercise;
  readonly answer: Answer;
  /** By field id: what the last check said of it; absent before that, and again once a wrong answer has been changed. */
  readonly verdicts: Readonly<Record<string, FieldVerdict>>;
  /** By field id: the parts that a check has found right, which stay as they are. */
  readonly fixed: Readonly<Record<string, readonly string[]>>;
  /** How often the reader has checked an answer, 0 or more: a check where nothing is answered is none. */
  readonly checks: number;
}

/** Everything that a reader can do with an exercise. */
export type Try =
  /** Give a field another answer; one that is right already stays as it is. */
  | { readonly type: 'answer'; readonly field: string; readonly value: Answer[string] }
  | { readonly type: 'check' };

/** An attempt at a new exercise: nothing chosen, items in the order in which they are given. */
export function firstAttempt(exercise: Exercise): Attempt {
  const orders = exercise.fields.filter((field) => field.type === 'order');
  return { exercise, answer: Object.fromEntries(orders.map(({ id, items }) => [id, items.map(({ value }) => value)])), verdicts: {}, fixed: {}, checks: 0 };
}

/** The list that the reader has made for a field of a type that is answered by one; empty where there is none. */
export function listOf(given: Answer[string] | undefined): readonly string[] {
  return typeof given === 'object' ? given : [];
}

/** Whether the last check found every field right and nothing has been changed since. */
export function isSolved({ exercise, verdicts }: Attempt): boolean {
  return exercise.fields.every(({ id }) => verdicts[id]?.right === true);
}

/** How many fields the last check found right. */
export function rightCount({ exercise, verdicts }: Attempt): number {
  return exercise.fields.filter(({ id }) => verdicts[id]?.right === true).length;
}

/** The attempt after what the reader did. */
export function tried(attempt: Attempt, what: Try): Attempt {
  switch (what.type) {
    case 'answer':
      return attempt.verdicts[what.field]?.right === true ? attempt : answered(attempt, what.field, what.value);
    case 'check':
      return checked(attempt);
  }
}

/** A new answer to one field; what was said of the old one no longer holds. */
function answered(attempt: Attempt, field: string, value: Answer[string]): Attempt {
  const verdicts = Object.fromEntries(Object.entries(attempt.verdicts).filter(([id]) => id !== field));
  return { ...attempt, answer: { ...attempt.answer, [field]: value }, verdicts };
}

function checked(attempt: Attempt): Attempt {
  const { fields } = grade(attempt.exercise, attempt.answer);
  return {
    ...attempt,
    verdicts: Object.fromEntries(fields.map((verdict) => [verdict.field, verdict])),
    fixed: Object.fromEntries(fields.map(({ field, rightParts }) => [field, rightParts])),
    checks: attempt.checks + (fields.some(({ answered: isAnswered }) => isAnswered) ? 1 : 0),
  };
}
