import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACK, RST, flagsOf } from '../tcp/flags.ts';
import { seq } from '../tcp/seq.ts';
import { PROFILE_NAMES } from '../tcp/profile.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { faultyScenario, wildScenario } from './arbitrary.ts';
import { brokenIn } from './invariant.ts';
import { advance, run, start } from './run.ts';
import { EMPTY_SCENARIO, HOST_IDS, peerOf, type Act, type HostId, type Scenario } from './scenario.ts';
import type { Trace } from './trace.ts';
import { fork } from './world.ts';

/** Runs of each of the four large properties. */
const RUNS = 5000;

const LOW = { A: 100, B: 300 };
/** Both sides wrap round within their first octets. */
const NEAR_WRAP = { A: 0xffff_fffe, B: 0xffff_ff00 };

function endpointsOf(trace: Trace): readonly Tcb[] {
  return trace.moments.flatMap((moment) => (moment.kind === 'endpoint' ? [moment.after] : []));
}

function holdsInvariants(tcb: Tcb): void {
  expect(brokenIn(tcb)).toEqual([]);
}

/** Each user gets the other's octets in order and each at most once, on each connection. */
function deliversInOrder(trace: Trace): void {
  const next = new Map<string, number>();
  for (const moment of trace.moments) {
    if (moment.kind !== 'endpoint') continue;
    const endpoint = `${moment.host}${String(moment.connection)}`;
    for (const effect of moment.effects) {
      if (effect.type === 'choose ISS') next.delete(endpoint);
      if (effect.type !== 'deliver') continue;
      const expected = next.get(endpoint);
      if (expected !== undefined) expect(effect.seq).toBe(expected);
      next.set(endpoint, seq(effect.seq + effect.length));
    }
  }
}

/** On this connection the peer's user gets all that the host's user could hand over, unless both were told or it was their own doing. */
function carriesAll({ moments, connections }: Trace, connection: number, host: HostId): void {
  const its = moments.filter((moment) => moment.kind === 'endpoint').filter((moment) => moment.connection === connection);
  const accepted = its.reduce((sum, { host: of, event, because }) => sum + (of === host && event.type === 'SEND' && because.some((id) => id === 'send.queue' || id === 'send.listen') ? event.length : 0), 0);
  const got = its.filter((moment) => moment.host !== host).flatMap(({ effects }) => effects).reduce((sum, effect) => sum + (effect.type === 'deliver' ? effect.length : 0), 0);
  const told = its.flatMap(({ effects }) => effects).flatMap((effect) => (effect.type === 'tell' ? [effect.signal] : []));
  const failed = told.some((signal) => signal.startsWith('connection re') || signal.startsWith('connection aborted'));
  const unopened = its.some(({ because }) => because.includes('close.unopened'));
  expect(got).toBeLessThanOrEqual(accepted);
  const end = connections[connection]?.end;
  const waiting = (end?.[host].snd.unsent ?? 0) > 0;
  // Who closes and lets the connection go without having read what came has only itself to blame (RFC 9293 §3.6).
  const unread = its.some(({ host: of, before, after, effects }) => of !== host && before.rcv.unread > 0 && after.rcv.unread === 0 && !effects.some(({ type }) => type === 'deliver'));
  if (!failed && !unopened && !waiting && !unread) expect(got).toBe(accepted);
}

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

  it.each([['low numbers', LOW], ['numbers that wrap', NEAR_WRAP]])('keeps its invariants whatever happens, with %s', (_name, iss) => {
    fc.assert(
      fc.property(wildScenario(iss), (scenario) => {
        const trace = run(scenario);
        // A forged segment can leave both sides acknowledging each other for ever: RFC 5961 §7 limits that, time does not.
        const forged = scenario.script.some(({ action }) => action.type === 'inject');
        if (!forged) expect(trace.ended).toBe('quiet');
        endpointsOf(trace).forEach(holdsInvariants);
      }),
      { numRuns: RUNS, seed: 9293 },
    );
  }, 120_000);

  it('delivers every octet once and in order, or tells both users, however the wire behaves', () => {
    fc.assert(
      fc.property(faultyScenario(LOW), (scenario) => {
        const trace = run(scenario);
        deliversInOrder(trace);
        for (const connection of trace.connections.keys()) for (const host of HOST_IDS) carriesAll(trace, connection, host);
      }),
      { numRuns: RUNS, seed: 9293 },
    );
  }, 120_000);

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
  }, 120_000);

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
