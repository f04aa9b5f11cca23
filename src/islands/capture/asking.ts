import { KINDS, type Exercise, type Kind } from '../../exercise/exercise.ts';
import { makeExercise } from '../../exercise/make-exercise.ts';
import type { Trace } from '../../simulation/trace.ts';

/** The kinds that ask about what happened, and not about what would have happened: a capture cannot be run otherwise. */
const ASKED: readonly Kind[] = KINDS.filter((kind) => kind !== 'if-lost' && kind !== 'fault');

/** So many moments of one kind are tried before there is nothing left to ask. */
const ROUNDS = 12;

/** The next question about a run of which these were asked: the kinds take turns; null where there is none left. */
export function nextQuestion(trace: Trace, asked: readonly Exercise[]): Exercise | null {
  const ids = new Set(asked.map(({ id }) => id));
  const times = (kind: Kind) => asked.filter((one) => one.kind === kind).length;
  const turns = ASKED.map((kind, place) => ({ kind, place, times: times(kind) })).toSorted((one, other) => one.times - other.times || one.place - other.place);
  for (const turn of turns) {
    for (let seed = 0; seed < ROUNDS; seed += 1) {
      const exercise = makeExercise(trace, turn.kind, seed);
      if (exercise === null) break;
      if (!ids.has(exercise.id) && !asked.some((one) => isSame(one, exercise))) return exercise;
    }
  }
  return null;
}

/** Whether two questions ask the same: some seeds lead to the same moment. */
function isSame(one: Exercise, other: Exercise): boolean {
  return one.kind === other.kind && JSON.stringify([one.question, one.fields, one.figure]) === JSON.stringify([other.question, other.fields, other.figure]);
}
