import type { ManyField } from '../field.ts';
import { found, MISSING, type Finding } from './verdict.ts';

/** Each option by itself: wrongly chosen, or wrongly left out. An empty list is no answer. */
export function gradeMany({ options, accepted }: ManyField, answer: readonly string[]): Finding {
  const isAnswer = answer.every((chosen) => options.some(({ value }) => value === chosen));
  if (!isAnswer || answer.length === 0) return MISSING;
  const isRight = (value: string) => accepted.includes(value) === answer.includes(value);
  const wrong = options.filter(({ value }) => !isRight(value));
  return found(
    wrong.map(({ value, misconception, why }) => ({ part: value, misconception, why })),
    options.flatMap(({ value }) => (isRight(value) ? [value] : [])),
  );
}
