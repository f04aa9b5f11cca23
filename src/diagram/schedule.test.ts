import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courseTrace, COURSE_SCENARIOS } from '../../test/course-traces.ts';
import { randomScenario } from '../../test/random-scenarios.ts';
import { HOST_IDS, type HostId } from '../simulation/scenario.ts';
import { run } from '../simulation/run.ts';
import type { Trace } from '../simulation/trace.ts';
import { lifeline } from './lifeline.ts';
import { schedule, type Row } from './schedule.ts';

/** What a reader sees on one life line, from above to below, as `departs 3`, `arrives 3`, `happens 5`. */
function seenOn(host: HostId, rows: readonly Row[]): readonly string[] {
  return rows.flatMap((row) => {
    if (row.kind === 'happens') return row.what.host === host ? [`happens ${row.moment}`] : [];
    const { flight, departed, arrived } = row.journey;
    const departs = flight.from === host && departed !== null && row.kind !== 'arriving' ? [`departs ${flight.id}`] : [];
    const arrives = flight.to === host && arrived !== null && row.kind !== 'departing' ? [`arrives ${flight.id}`] : [];
    return [...departs, ...arrives];
  });
}

function expectOrderKept(trace: Trace): void {
  const rows = schedule(trace);
  for (const host of HOST_IDS) {
    const lived = lifeline(trace, host).map((point) => (point.kind === 'happens' ? `happens ${point.moment}` : `${point.kind} ${point.flight}`));
    expect(seenOn(host, rows)).toEqual(lived);
  }
}

describe('schedule', () => {
  test.each(COURSE_SCENARIOS)('%s: each host sees everything once, in its own order', (name) => {
    expectOrderKept(courseTrace(name));
  });

  test('any scenario: each host sees everything once, in its own order', () => {
    fc.assert(fc.property(randomScenario, (scenario) => { expectOrderKept(run(scenario)); }), { numRuns: 300 });
  });

  test('an arriving half is never above its departing half', () => {
    fc.assert(
      fc.property(randomScenario, (scenario) => {
        const rows = schedule(run(scenario));
        const departed = new Set<number>();
        for (const row of rows) {
          if (row.kind === 'departing') departed.add(row.journey.flight.id);
          if (row.kind === 'arriving') expect(departed).toContain(row.journey.flight.id);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('three-way: nothing crosses, so every segment is one row', () => {
    expect(schedule(courseTrace('three-way')).map(({ kind }) => kind).filter((kind) => kind !== 'happens')).toEqual(['whole', 'whole', 'whole']);
  });

  test('simultaneous open: of two segments that cross, one is halved, as in RFC 9293 Figure 7', () => {
    const kinds = schedule(courseTrace('simultaneous-open')).map(({ kind }) => kind).filter((kind) => kind !== 'happens');
    expect(kinds).toEqual(['departing', 'whole', 'arriving', 'departing', 'whole', 'arriving']);
  });
});
