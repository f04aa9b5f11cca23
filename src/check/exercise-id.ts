import { askedId } from '../exercise/asked.ts';
import { identityOf } from '../exercise/identity.ts';
import { gameId } from '../exercise/partner/outcome.ts';
import { TASKS } from '../exercise/partner/task.ts';
import { exerciseUse } from './exercise-use.ts';
import type { Fault } from './fault.ts';
import type { Library } from './lesson.ts';
import { placeAt } from './problem.ts';
import type { Use } from './uses.ts';

/** For each component that is an exercise, the id that it has here; null where its props are not as they should be, which is told elsewhere. */
const IDS: Readonly<Record<string, (use: Use, library: Pick<Library, 'scenario'>) => string | null>> = {
  Exercise: (use, library) => {
    const from = exerciseUse(use, library);
    return from === null ? null : identityOf(from.trace.scenario, from.kind, from.seed);
  },
  BeTheEndpoint: ({ props }) => {
    const task = props.find(({ name }) => name === 'task')?.value;
    const known = TASKS.find((one) => one === task);
    return known === undefined ? null : gameId(known);
  },
  Ask: ({ props }) => {
    const id = props.find(({ name }) => name === 'id')?.value;
    return typeof id === 'string' ? askedId(id) : null;
  },
};

/** The id by which a reader's progress knows the exercise that this use of a component is; null where it is none. */
export function exerciseId(use: Use, library: Pick<Library, 'scenario'>): string | null {
  return IDS[use.name]?.(use, library) ?? null;
}

/** Exercises that a page has twice; of an `<Ask>` it is told with the questions. */
export function repeatedExercises(uses: readonly Use[], text: string, library: Pick<Library, 'scenario'>): readonly Fault[] {
  const exercises = uses.filter(({ name }) => name !== 'Ask').map((use) => ({ use, id: exerciseId(use, library) }));
  return exercises.flatMap(({ use: { name, offset }, id }, at): readonly Fault[] => {
    const before = id === null ? undefined : exercises.slice(0, at).find((one) => one.id === id);
    if (before === undefined) return [];
    const hint = name === 'Exercise' ? 'Choose another “seed” or “kind”: readers’ progress would take the two for one.' : 'Choose another “task”: readers’ progress would take the two for one.';
    return [{ offset, message: `This page has the same <${name}> in line ${placeAt(text, before.use.offset).line}.`, hint }];
  });
}
