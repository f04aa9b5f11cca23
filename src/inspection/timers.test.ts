import { expect, test } from 'vitest';
import { courseTrace } from '../../test/course-traces.ts';
import { parse } from '../scenario/parse.ts';
import { run } from '../simulation/run.ts';
import { timers } from './timers.ts';

test('a timer says what is left of it, and how long it runs in all', () => {
  const trace = courseTrace('data-hole');
  const timer = { name: 'retransmission', kind: 'retransmission' };
  expect([1, 3, 5, 6, 7, 8, 9].map((shown) => timers(trace, 'A', shown))).toEqual([
    [{ ...timer, at: 1000, left: 1000, total: 1000, changed: true }],
    [{ ...timer, at: 1000, left: 950, total: 1000, changed: false }],
    [{ ...timer, at: 1100, left: 1000, total: 1000, changed: true }],
    [{ ...timer, at: 1100, left: 1000, total: 1000, changed: false }],
    [{ ...timer, at: 3100, left: 2000, total: 2000, changed: true }],
    [{ ...timer, at: 3100, left: 1950, total: 2000, changed: false }],
    [],
  ]);
});

test('TIME-WAIT runs for 2 MSL', () => {
  const trace = courseTrace('four-way');
  const shown = trace.moments.length - 1;
  const now = trace.moments[shown - 1]?.at ?? 0;
  const closed = trace.moments.at(-1)?.at ?? 0;
  expect(timers(trace, 'A', shown)).toEqual([{ name: 'time-wait', kind: 'time-wait', at: closed, left: closed - now, total: 240_000, changed: false }]);
});

test('several run at once, the first to expire first; one set before the run began has no known length', () => {
  const { scenario } = parse('client keep-alive after 2 s, every 1 s, 3 probes\nalready ESTABLISHED\nclient sends 10\nstop at 30 s\n');
  const trace = run(scenario);
  expect(timers(trace, 'A', 1).map(({ name, total }) => [name, total])).toEqual([['retransmission', 1000], ['keep-alive', null]]);
});
