import { grade } from '../../exercise/grade.ts';
import type { Attempt } from '../exercise/attempt.ts';

/** Whether some field of the exercise has no answer yet. */
export function unanswered({ exercise, answer }: Attempt): boolean {
  return grade(exercise, answer).fields.some(({ answered }) => !answered);
}
