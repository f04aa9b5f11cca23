import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACK, RST, flagsOf } from '../tcp/flags.ts';
import { PROFILE_NAMES } from '../tcp/profile.ts';
import { faultyScenario, wildScenario } from './arbitrary.ts';
import { advance, run, start } from './run.ts';
import { EMPTY_SCENARIO, peerOf, type Act, type HostId, type Scenario } from './scenario.ts';
import type { Trace } from './trace.ts';
import { fork } from './world.ts';

/** Runs of the property that runs everything twice. */
const RUNS = 1500;

const LOW = { A: 100, B: 300 };
/** Both sides wrap round within their first octets. */
const NEAR_WRAP = { A: 0xffff_fffe, B: 0xffff_ff00 };

/** Sequence numbers moved by a constant for each host. */
function shifted(trace: Trace, by: Readonly<Record<HostId, number>>): readonly unknown[] {
  return trace.flights.map(({ segment, from, ...flight }) => ({
    ...flight,
    seq: (segment.seq - by[from]) >>> 0,
    ack: segment.ack === 0 ? 0 : (segment.ack - by[peerOf(from)]) >>> 0,
    flags: segment.flags,
    length: segment.length,
  }));
}

describe('a run', () => {
  it('is the same every time, to the byte', () => {
    fc.assert(
      fc.property(wildScenario(LOW), (scenario) => {
        expect(JSON.stringify(run(scenario))).toBe(JSON.stringify(run(structuredClone(scenario))));
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on where the sequence numbers begin', () => {
    fc.assert(
      fc.property(faultyScenario(LOW), (scenario) => {
        const moved: Scenario = { ...scenario, hosts: { A: { ...scenario.hosts.A, iss: [NEAR_WRAP.A] }, B: { ...scenario.hosts.B, iss: [NEAR_WRAP.B] } } };
        const [here, there] = [run(scenario), run(moved)];
        // The RST,ACK of RFC 9293 §3.10.7.1 has SEQ=0 wherever the numbers begin, and so does not move with them.
        fc.pre(here.flights.every(({ segment }) => segment.flags !== flagsOf(RST, ACK)));
        const by = { A: NEAR_WRAP.A - LOW.A, B: NEAR_WRAP.B - LOW.B };
        const plain = shifted(here, { A: 0, B: 0 });
        const back = shifted(there, by);
        // A zero ACK field means "none" here; a shifted trace may also really acknowledge zero.
        const comparable = (flights: readonly unknown[]) => JSON.stringify(flights, (key, value: unknown) => (key === 'ack' ? undefined : value));
        expect(comparable(back)).toBe(comparable(plain));
        const states = ({ connections }: Trace) => connections.map(({ end }) => [end.A.state, end.B.state]);
        expect(states(there)).toEqual(states(here));
      }),
      { numRuns: RUNS, seed: 9293 },
    );
  });

  it('goes on from a fork as if nothing had happened, and leaves the origin alone', () => {
    fc.assert(
      fc.property(wildScenario(LOW), fc.nat(20), (scenario, steps) => {
        const world = start(scenario);
        for (let i = 0; i < steps; i += 1) advance(world);
        const before = JSON.stringify(world);
        const other = fork(world);
        for (let i = 0; i < 50; i += 1) advance(other);
        expect(JSON.stringify(world)).toBe(before);
        for (let i = 0; i < 50; i += 1) advance(world);
        expect(JSON.stringify(world)).toBe(JSON.stringify(other));
      }),
      { numRuns: 200 },
    );
  });

  it('that begins with an open connection goes on like one that was opened before, clocks and all', () => {
    for (const profile of PROFILE_NAMES) {
      const acts = (['A', 'B'] as const).map((host): Act => ({ when: { type: 'quiet' }, action: { type: 'send', host, length: 8000 } }));
      const open = run({ ...EMPTY_SCENARIO, profile, established: true, script: acts });
      const opened = run({
        ...EMPTY_SCENARIO,
        profile,
        script: [{ when: { type: 'quiet' }, action: { type: 'listen', host: 'B' } }, { when: { type: 'quiet' }, action: { type: 'connect', host: 'A' } }, ...acts],
      });
      const begun = opened.flights[3]?.sentAt ?? 0;
      const later = opened.flights.slice(3).map(({ segment, sentAt }) => {
        const { ts, ...options } = segment.options;
        const moved = ts === undefined ? {} : { ts: { val: (ts.val - begun) >>> 0, ecr: (ts.ecr - begun) >>> 0 } };
        return { ...segment, options: { ...options, ...moved }, sentAt: sentAt - begun };
      });
      expect(open.flights.map(({ segment, sentAt }) => ({ ...segment, sentAt }))).toEqual(later);
      expect(open.received).toEqual({ A: 8000, B: 8000 });
    }
  });

  it('of an empty scenario is empty', () => {
    expect(run(EMPTY_SCENARIO)).toMatchObject({ moments: [], flights: [], ended: 'quiet', endedAt: 0 });
  });
});
