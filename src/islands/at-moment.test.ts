import { describe, expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../test/course-traces.ts';
import { parse } from '../scenario/parse.ts';
import { run } from '../simulation/run.ts';
import type { Moment, Trace } from '../simulation/trace.ts';
import { fateAfter, shownWhenLost, shownWhenSent } from './at-moment.ts';

const AFTER = { injected: 'in flight', copied: 'in flight', marked: 'in flight', released: 'in flight', held: 'held', lost: 'lost' } as const;

/** What the moment says of segments: the last word on each counts. */
function said(moment: Moment): readonly (readonly [number, string])[] {
  if (moment.kind === 'crash') return [];
  if (moment.kind !== 'endpoint') return [[moment.flight, AFTER[moment.kind]]];
  return [...(moment.arrived === null ? [] : [[moment.arrived, 'delivered'] as const]), ...moment.sent.map((id) => [id, 'in flight'] as const)];
}

function fates(trace: Trace, shown: number) {
  return trace.flights.map((flight) => fateAfter(trace, flight, shown));
}

describe.each(COURSE_SCENARIOS)('%s', (name) => {
  test('at every moment each segment fares as the moments so far say', () => {
    const trace = courseTrace(name);
    const last = trace.flights.map(() => 'future');
    expect(fates(trace, 0)).toEqual(last);
    for (const moment of trace.moments) {
      for (const [id, fate] of said(moment)) last[id] = fate;
      expect(fates(trace, moment.index + 1)).toEqual(last);
    }
  });

  test('a segment has left, and is lost, from the moment on that says so', () => {
    const trace = courseTrace(name);
    const first = (isIt: (moment: Moment) => boolean) => trace.moments.findIndex(isIt) + 1;
    for (const flight of trace.flights) {
      expect(shownWhenSent(trace, flight)).toBe(first((moment) => said(moment).some(([id]) => id === flight.id)));
      expect(shownWhenLost(trace, flight)).toBe(first((moment) => moment.kind === 'lost' && moment.flight === flight.id) || null);
    }
  });
});

test('what is held up is known to be until it is let go', () => {
  const trace = run(parse('server listens\nclient connects\nhold client SYN until 400 ms\n').scenario);
  const known = Array.from({ length: trace.moments.length }, (_, at) => fates(trace, at + 1)[0]);
  expect(known.filter((fate, at) => fate !== known[at - 1])).toEqual(['future', 'in flight', 'held', 'in flight', 'delivered']);
});
