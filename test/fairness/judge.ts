import type { Answer, Exercise } from '../../src/exercise/exercise.ts';
import type { Trace } from '../../src/simulation/trace.ts';

/** Whether an answer to a field is right. */
export type IsRight = (field: string, answer: Answer[string]) => boolean;

/** How the answers to one kind of exercise are judged, worked out from another run of its scenario without the code that makes and grades the exercise. */
export type Judge = (exercise: Exercise, trace: Trace) => IsRight;

/** Judges by the one right answer to each field; what has no key is never right. */
export function byKey(key: Readonly<Record<string, Answer[string] | undefined>>): IsRight {
  return (field, answer) => key[field] !== undefined && JSON.stringify(key[field]) === JSON.stringify(answer);
}
