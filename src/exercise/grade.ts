import type { Answer, Exercise, Explained, Field, OrderField } from './exercise.ts';

/** How one field was answered. */
export interface FieldVerdict {
  readonly field: string;
  /** Whether there was an answer at all; without one it is not right. */
  readonly answered: boolean;
  readonly right: boolean;
  /** What is wrong with this answer, without giving the right one away; empty where it is right or missing. */
  readonly why: readonly Explained[];
  /** Why the right answer is right. */
  readonly explanation: readonly Explained[];
}

/** How an exercise was answered. */
export interface Verdict {
  /** Whether every field is right. */
  readonly right: boolean;
  readonly fields: readonly FieldVerdict[];
}

function gradeOrder(field: OrderField, answer: readonly string[]): Pick<FieldVerdict, 'answered' | 'right' | 'why'> {
  const complete = answer.length === field.items.length && field.items.every(({ value }) => answer.includes(value));
  if (!complete) return { answered: false, right: false, why: [] };
  const against = field.precedences.filter(({ first, second }) => answer.indexOf(second) < answer.indexOf(first));
  return { answered: true, right: against.length === 0, why: against.map(({ why }) => why) };
}

function gradeField(field: Field, answer: Answer[string] | undefined): FieldVerdict {
  const { id, explanation } = field;
  if (field.type === 'order') return { field: id, explanation, ...gradeOrder(field, typeof answer === 'object' ? answer : []) };
  const option = field.options.find(({ value }) => value === answer);
  if (option === undefined) return { field: id, explanation, answered: false, right: false, why: [] };
  return { field: id, explanation, answered: true, right: field.accepted.includes(option.value), why: option.why };
}

/** The verdict on each field, in the exercise's order; an answer that is no option counts as none. */
export function grade(exercise: Exercise, answer: Answer): Verdict {
  const fields = exercise.fields.map((field) => gradeField(field, answer[field.id]));
  return { right: fields.every(({ right }) => right), fields };
}

/** A right answer to the exercise; where several are right, one of them. */
export function answerKey(exercise: Exercise): Answer {
  return Object.fromEntries(exercise.fields.map(({ id, type, accepted }) => [id, type === 'order' ? accepted : (accepted[0] ?? '')]));
}
