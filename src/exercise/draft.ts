import type { Trace } from '../simulation/trace.ts';
import type { Exercise } from './exercise.ts';

/** An exercise but for what names it and what its options already say. */
export type Draft = Omit<Exercise, 'id' | 'kind' | 'seed' | 'misconceptions'>;

/** Makes the exercises of one kind; null where the trace has nothing to ask of that kind. */
export type Maker = (trace: Trace, seed: number) => Draft | null;
