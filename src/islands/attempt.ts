import type { Answer, Exercise, Field } from '../exercise/exercise.ts';
import { grade, type FieldVerdict } from '../exercise/grade.ts';

/** What a reader has answered to an exercise so far, and what they have been told about it. Plain data. */
export interface Attempt {
  readonly exercise: Exercise;
  readonly answer: Answer;
  /** By field id: what the last check said of it; absent before that, and again once a wrong answer has been changed. */
  readonly verdicts: Readonly<Record<string, FieldVerdict>>;
  /** How often the reader has checked, 0 or more. */
  readonly checks: number;
}

/** Everything that a reader can do with an exercise. */
export type Try =
  | { readonly type: 'choose'; readonly field: string; readonly value: string }
  /** Move an item of an order field by so many places; beyond the ends nothing happens. */
  | { readonly type: 'move'; readonly field: string; readonly value: string; readonly by: -1 | 1 }
  | { readonly type: 'check' }
  | { readonly type: 'renew'; readonly exercise: Exercise };

/** An attempt at a new exercise: nothing chosen, items in the order in which they are given. */
export function firstAttempt(exercise: Exercise): Attempt {
  const orders = exercise.fields.filter((field) => field.type === 'order');
  return { exercise, answer: Object.fromEntries(orders.map(({ id, items }) => [id, items.map(({ value }) => value)])), verdicts: {}, checks: 0 };
}

/** The order that the reader has given to a field's items. */
export function orderOf(attempt: Attempt, field: Field): readonly string[] {
  const given = attempt.answer[field.id];
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
    case 'choose':
      return answered(attempt, what.field, what.value);
    case 'move': {
      const given = attempt.answer[what.field];
      return typeof given === 'object' ? answered(attempt, what.field, moved(given, what.value, what.by)) : attempt;
    }
    case 'check': {
      const { fields } = grade(attempt.exercise, attempt.answer);
      return { ...attempt, verdicts: Object.fromEntries(fields.map((verdict) => [verdict.field, verdict])), checks: attempt.checks + 1 };
    }
    case 'renew':
      return firstAttempt(what.exercise);
  }
}

/** A new answer to one field; what was said of the old one no longer holds. */
function answered(attempt: Attempt, field: string, value: Answer[string]): Attempt {
  const verdicts = Object.fromEntries(Object.entries(attempt.verdicts).filter(([id]) => id !== field));
  return { ...attempt, answer: { ...attempt.answer, [field]: value }, verdicts };
}

function moved(order: readonly string[], value: string, by: -1 | 1): readonly string[] {
  const from = order.indexOf(value);
  const other = order[from + by];
  if (from < 0 || other === undefined) return order;
  return order.map((one) => (one === value ? other : one === other ? value : one));
}
