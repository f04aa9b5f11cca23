import type { ChoiceField } from '../field.ts';
import { found, MISSING, type Finding } from './verdict.ts';

/** A value that is no option counts as no answer. */
export function gradeChoice({ options, accepted }: ChoiceField, answer: string): Finding {
  const option = options.find(({ value }) => value === answer);
  if (option === undefined) return MISSING;
  const { value, misconception, why } = option;
  return found(accepted.includes(value) ? [] : [{ part: null, misconception, why }]);
}
