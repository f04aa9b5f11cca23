import type { Trace } from '../simulation/trace.ts';
import type { Exercise } from './exercise.ts';

/** An exercise but for what names it. */
export type Draft = Omit<Exercise, 'id' | 'kind' | 'seed'>;

/** Makes the exercises of one kind; null where the trace has nothing to ask of that kind. */
export type Maker = (trace: Trace, seed: number) => Draft | null;
