import { KINDS, type Kind } from '../exercise/exercise.ts';
import type { Trace } from '../simulation/trace.ts';
import type { Library } from './lesson.ts';
import type { Use } from './uses.ts';

/** What an `<Exercise>` of a lesson is made from. */
export interface ExerciseUse {
  readonly trace: Trace;
  readonly kind: Kind;
  readonly seed: number;
}

/** What this `<Exercise>` is made from; null where its props are not as they should be, which is told elsewhere. */
export function exerciseUse({ props }: Pick<Use, 'props'>, library: Pick<Library, 'scenario'>): ExerciseUse | null {
  const { scenario, kind, seed = 1 } = Object.fromEntries(props.map((prop) => [prop.name, prop.value]));
  const known = KINDS.find((one) => one === kind);
  const trace = typeof scenario === 'string' ? (library.scenario(scenario)?.trace ?? null) : null;
  return known === undefined || trace === null || typeof seed !== 'number' ? null : { trace, kind: known, seed };
}
