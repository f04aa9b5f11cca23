import type { Field } from '../../exercise/field.ts';
import type { AnswerProps } from './answer-props.ts';

/** What a check has said of one part of an answer, for a style: nothing before it. */
export function partVerdict({ fixed, wrong }: Pick<AnswerProps<Field>, 'fixed' | 'wrong'>, part: string): 'right' | 'wrong' | undefined {
  if (wrong.includes(part)) return 'wrong';
  return fixed.includes(part) ? 'right' : undefined;
}
