import { KINDS } from '../src/exercise/exercise.ts';
import { makeExercise } from '../src/exercise/make-exercise.ts';
import { COURSE_SCENARIOS, courseTrace } from '../test/course-traces.ts';
import type { Figure } from './figure.ts';

const SEEDS = 40;

/** How long each exercise of the course takes to make, ms: every scenario, every kind that applies, many seeds, as a page makes them, one after the other from one trace. */
function times(): readonly number[] {
  return COURSE_SCENARIOS.flatMap((name) => {
    const trace = courseTrace(name);
    return KINDS.flatMap((kind) =>
      Array.from({ length: SEEDS }, (_none, seed) => {
        const began = performance.now();
        const exercise = makeExercise(trace, kind, seed);
        const took = performance.now() - began;
        return exercise === null ? [] : [took];
      }).flat(),
    );
  });
}

/** The time in which 95 of 100 exercises are made, ms. */
export function measure(): Promise<readonly Figure[]> {
  times();
  const sorted = times().toSorted((a, b) => a - b);
  if (sorted.length < COURSE_SCENARIOS.length * SEEDS) throw new Error(`Only ${String(sorted.length)} exercises were made`);
  return Promise.resolve([{ name: 'exercise-generation-p95-ms', value: sorted[Math.floor(sorted.length * 0.95)] ?? NaN, unit: 'ms' }]);
}
