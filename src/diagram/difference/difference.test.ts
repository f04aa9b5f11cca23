import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../../test/course-traces.ts';
import { faultyScenario } from '../../simulation/arbitrary.ts';
import { run } from '../../simulation/run.ts';
import type { Fault, Scenario } from '../../simulation/scenario.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import { flagNames } from '../../tcp/flags.ts';
import { difference, type Difference } from './difference.ts';

const said = (flight: Flight | null) => (flight === null ? null : `${String(flight.sentAt)} ${flight.from} ${flagNames(flight.segment.flags).join(',')} ${flight.fate}`);
const rowsOf = ({ rows }: Difference) => rows.map(({ one, other, differs }) => [said(one), said(other), differs]);
const differing = ({ ends }: Difference) => ends.filter(({ same }) => !same).map(({ what, one, other }) => [what, one, other]);

const scenarios = faultyScenario({ A: 100, B: 300 });

/** The run in which this segment, too, is lost. */
function losing({ scenario }: Trace, { from, turn }: Flight): Trace {
  const loss: Fault = { type: 'lose', selector: { from, pattern: { type: 'segment' }, which: { type: 'nth', n: turn } } };
  return run({ ...scenario, faults: [...scenario.faults, loss] });
}

describe('the three-way handshake, and the same with its SYN,ACK lost', () => {
  const found = difference(courseTrace('three-way'), courseTrace('syn-ack-lost'));

  test('they share what happens until the SYN,ACK is on its way, and its fate is what differs first', () => {
    expect(found.common).toBe(3);
    expect(rowsOf(found)).toEqual([
      ['0 A SYN delivered', '0 A SYN delivered', []],
      ['50 B SYN,ACK delivered', '50 B SYN,ACK lost', ['fate']],
      [null, '1000 A SYN delivered', []],
      [null, '1050 B ACK delivered', []],
      [null, '1050 B SYN,ACK delivered', []],
      ['100 A ACK delivered', '1100 A ACK delivered', ['time']],
    ]);
  });

  test('both ends come to the same, a second later and with three segments more', () => {
    expect(differing(found)).toEqual([
      ['segments', 3, 6],
      ['time', 150, 1150],
    ]);
  });
});


test('segments with other numbers stand beside each other where their flags agree', () => {
  const { scenario } = courseTrace('three-way');
  const otherIss: Scenario = { ...scenario, hosts: { ...scenario.hosts, A: { ...scenario.hosts.A, iss: [7000] } } };
  expect(difference(run(scenario), run(otherIss)).rows.map(({ differs }) => differs)).toEqual([['seq'], ['ack'], ['seq']]);
});

test('a longer way shows in the first segment: it left at the same time and took longer', () => {
  const { scenario } = courseTrace('three-way');
  const found = difference(run(scenario), run({ ...scenario, delay: 80 }));
  expect(found.common).toBe(2);
  expect(found.rows.map(({ differs }) => differs)).toEqual([['time'], ['time'], ['time']]);
});

test('what only the options or the window of a segment say is not passed over', () => {
  const { scenario } = courseTrace('three-way');
  const narrow: Scenario = { ...scenario, hosts: { ...scenario.hosts, A: { ...scenario.hosts.A, window: 1000, mss: 536 } } };
  expect(difference(run(scenario), run(narrow)).rows[0]?.differs).toEqual(['window', 'options']);
});

test('a run with one connection more: its host has a state that the other has not', () => {
  const found = difference(courseTrace('three-way'), courseTrace('two-connections'));
  expect(found.ends.filter(({ what, one }) => what === 'state' && one === null)).toHaveLength(2);
});

test.each(COURSE_SCENARIOS)('%s differs in nothing from itself run again', (name) => {
  const [one, other] = [courseTrace(name), courseTrace(name)];
  const found = difference(one, other);
  expect([found.same, found.common, found.rows.length]).toEqual([true, one.moments.length, one.flights.length]);
});

describe('of any two runs', () => {
  const pair = fc.tuple(scenarios, scenarios).map(([a, b]) => [run(a), run(b)] as const);

  test('each segment of both appears once, and the other way round the same is found', () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const [there, back] = [difference(one, other), difference(other, one)];
        expect(there.common).toBeLessThanOrEqual(Math.min(one.moments.length, other.moments.length));
        expect(there.rows.flatMap((row) => row.one?.id ?? []).toSorted((a, b) => a - b)).toEqual(one.flights.map(({ id }) => id));
        expect(there.rows.flatMap((row) => row.other?.id ?? []).toSorted((a, b) => a - b)).toEqual(other.flights.map(({ id }) => id));
        expect([back.common, back.same, back.ends]).toEqual([there.common, there.same, there.ends.map((end) => ({ ...end, one: end.other, other: end.one }))]);
        expect(back.rows.filter(({ one: a, other: b }) => a !== null && b !== null)).toHaveLength(there.rows.filter(({ one: a, other: b }) => a !== null && b !== null).length);
      }),
      { numRuns: 60, seed: 9293 },
    );
  });

  test('a segment lost shares all that happened before it left, its leaving too', () => {
    fc.assert(
      fc.property(scenarios, fc.nat(), (scenario, nth) => {
        const trace = run(scenario);
        const delivered = trace.flights.filter(({ origin, fate }) => origin === 'sent' && fate === 'delivered');
        const chosen = delivered[nth % Math.max(1, delivered.length)];
        if (chosen === undefined) return;
        const left = trace.moments.findIndex((moment) => moment.kind === 'endpoint' && moment.sent.includes(chosen.id));
        const found = difference(trace, losing(trace, chosen));
        expect(found.common).toBeGreaterThan(left);
        expect(found.same).toBe(false);
        const row = found.rows.find(({ one }) => one?.id === chosen.id);
        expect(row?.other?.fate).toBe('lost');
        expect(row?.differs).toContain('fate');
      }),
      { numRuns: 60, seed: 9293 },
    );
  });
});
