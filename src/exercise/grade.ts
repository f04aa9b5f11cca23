import type { Answer, Exercise } from './exercise.ts';
import type { Explained, Field } from './field.ts';
import { gradeChoice } from './grade/choice.ts';
import { gradeMany } from './grade/many.ts';
import { gradeMatch } from './grade/match.ts';
import { gradeNumber } from './grade/number.ts';
import { gradeOrder } from './grade/order.ts';
import { gradePath } from './grade/path.ts';
import type { Finding } from './grade/verdict.ts';

/** How one field was answered. */
export interface FieldVerdict extends Finding {
  readonly field: string;
  /** Why the right answer is right. */
  readonly explanation: readonly Explained[];
}

/** How an exercise was answered. */
export interface Verdict {
  /** Whether every field is right. */
  readonly right: boolean;
  readonly fields: readonly FieldVerdict[];
  /** The known misconceptions that the answer shows, each once. */
  readonly misconceptions: readonly string[];
}

function findingOf(field: Field, answer: Answer[string] | undefined): Finding {
  const text = typeof answer === 'string' ? answer : '';
  const list = typeof answer === 'object' ? answer : [];
  switch (field.type) {
    case 'choice':
      return gradeChoice(field, text);
    case 'many':
      return gradeMany(field, list);
    case 'order':
      return gradeOrder(field, list);
    case 'number':
      return gradeNumber(field, text);
    case 'match':
      return gradeMatch(field, list);
    case 'path':
      return gradePath(field, list);
  }
}

/** The verdict on each field, in the exercise's order; an answer of the wrong form, or one that was not offered, counts as none. */
export function grade({ fields }: Exercise, answer: Answer): Verdict {
  const verdicts = fields.map((field) => ({ field: field.id, explanation: field.explanation, ...findingOf(field, answer[field.id]) }));
  const shown = verdicts.flatMap(({ objections }) => objections.flatMap(({ misconception }) => misconception ?? []));
  return { right: verdicts.every(({ right }) => right), fields: verdicts, misconceptions: [...new Set(shown)] };
}

function keyOf(field: Field): Answer[string] {
  switch (field.type) {
    case 'choice':
    case 'number':
      return field.accepted[0] ?? '';
    case 'many':
    case 'order':
      return field.accepted;
    case 'match':
      return field.items.map(({ accepted }) => accepted[0] ?? '');
    case 'path':
      return field.accepted[0] ?? [];
  }
}

/** A right answer to the exercise; where several are right, one of them. */
export function answerKey({ fields }: Exercise): Answer {
  return Object.fromEntries(fields.map((field) => [field.id, keyOf(field)]));
}
