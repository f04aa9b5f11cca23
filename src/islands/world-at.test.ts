import { expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../test/course-traces.ts';
import { foresee } from '../simulation/foresee.ts';
import { run } from '../simulation/run.ts';
import { EMPTY_SCENARIO } from '../simulation/scenario.ts';
import { worldAt } from './world-at.ts';

/** 400 segments and their ACKs. */
const LONG = run({
  ...EMPTY_SCENARIO,
  established: true,
  script: [{ when: { type: 'quiet' }, action: { type: 'send', host: 'A', length: 400 * 1460 } }],
});

test.each([['a long transfer', LONG], ...COURSE_SCENARIOS.map((name) => [name, courseTrace(name)] as const)] as const)('%s: the world at a moment is the run up to it', (_name, trace) => {
  const { length } = trace.moments;
  for (const shown of [length, 0, Math.floor(length / 2), length - 1, 1]) {
    const { moments } = worldAt(trace, shown);
    expect(moments.length).toBeGreaterThanOrEqual(shown);
    expect(trace.moments.slice(0, moments.length)).toEqual(moments);
  }
});

test('what was done at a moment has happened from that moment on', () => {
  const { scenario } = LONG;
  const acts = [{ after: 30, action: { type: 'stopReading', host: 'B' } }, { after: 200, action: { type: 'crash', host: 'B' } }] as const;
  const trace = run({ ...scenario, stop: { type: 'at', ms: 2000 }, interventions: acts });
  for (const shown of [30, 31, 200, 201, trace.moments.length]) expect(worldAt(trace, shown).moments).toEqual(trace.moments.slice(0, shown));
});

test('what is tried in a world leaves it as it was', () => {
  const world = worldAt(LONG, 100);
  const before = structuredClone(world);
  expect(foresee(world, { type: 'abort', host: 'A' })).toHaveLength(1);
  expect(foresee(world, { type: 'crash', host: 'B' })).toHaveLength(1);
  expect(world).toEqual(before);
  expect(worldAt(LONG, 100)).toEqual(before);
});
