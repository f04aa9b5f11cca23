import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../scenario/parse.ts';
import { faultyScenario, toTheEnd, wildScenario } from '../simulation/arbitrary.ts';
import { ADDRESSES } from '../simulation/connections.ts';
import { run } from '../simulation/run.ts';
import { HOST_IDS, type HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { captureOf } from '../wire/capture-of.ts';
import type { CapturedSegment } from '../wire/packet/captured-segment.ts';
import type { Conversation } from './conversation.ts';
import { conversations, isOf } from './conversations.ts';
import { SEGMENT_BOUND, observe } from './observe.ts';
import type { Observed } from './observed.ts';

/** What a capture at one host has of a run. */
function captured(trace: Trace, view: HostId): readonly CapturedSegment[] {
  return captureOf(trace, view).map(({ flight, at }, index) => {
    const { ports } = trace.connections[flight.connection]!;
    const end = (host: HostId) => ({ address: ADDRESSES[host], port: ports[host] });
    return { frame: index + 1, at, from: end(flight.from), to: end(flight.to), segment: flight.segment, faults: [] };
  });
}

interface Seen {
  readonly conversation: Conversation;
  readonly segments: readonly CapturedSegment[];
  readonly observed: Observed;
}

function seenIn(trace: Trace, view: HostId, bound?: number): readonly Seen[] {
  const all = captured(trace, view);
  const found = conversations();
  for (const one of all) found.add(one, one.frame);
  return found.list().map((conversation) => {
    const segments = all.filter((one) => isOf(conversation, one));
    return { conversation, segments, observed: observe(conversation, segments, bound) };
  });
}

const COURSE = new URL('../../content/scenarios/', import.meta.url);
const SCENARIOS = readdirSync(COURSE).filter((name) => name.endsWith('.scenario')).sort();

function runOf(name: string): Trace {
  const { scenario } = parse(readFileSync(new URL(name, COURSE), 'utf8'));
  return run(scenario);
}

/** What the wire or a stranger did to a run, or the hosts before it began: only of such a run there is anything to remark. */
function isDisturbed({ flights, scenario, moments }: Trace): boolean {
  return scenario.established || scenario.faults.length > 0 || flights.some(({ fate, origin }) => fate !== 'delivered' || origin !== 'sent') || moments.some(({ kind }) => kind !== 'endpoint');
}

/** Why an undisturbed run has something remarkable all the same: what its capture shows of it, frame by frame. */
const REMARKED: Readonly<Record<string, string>> = {
  'backlog-full A': '4 lost',
  'time-wait-new-syn A': '9 older connection',
  'time-wait-new-syn B': '9 older connection',
};

describe('every scenario of the course', () => {
  test.each(SCENARIOS.flatMap((name) => HOST_IDS.map((view) => ({ name: name.replace('.scenario', ''), view }))))('$name, captured at $view', ({ name, view }) => {
    const trace = runOf(`${name}.scenario`);
    const all = seenIn(trace, view);
    for (const { observed, segments } of all) expect(observed.trace.flights.length).toBe(segments.length);
    if (isDisturbed(trace)) return;
    const remarks = all.flatMap(({ observed }) => observed.remarks.map(({ frame, noticed }) => `${frame} ${noticed.type}`));
    expect(remarks.join(', ')).toBe(REMARKED[`${name} ${view}`] ?? '');
    const [last] = all.slice(-1);
    // Nothing shows whether the last segment arrived where nothing answers it, as in Figure 7 of RFC 9293.
    if (all.length !== 1 || last === undefined || last.observed.trace.flights.some(({ fate }) => fate === 'in flight')) return;
    const ends = (['A', 'B'] as const).map((end) => (last.conversation.ends[end].address === ADDRESSES.A ? 'A' : 'B'));
    const wanted = ends.map((end) => silent(trace.end[end].state));
    expect((['A', 'B'] as const).map((end) => silent(last.observed.trace.end[end].state))).toEqual(wanted);
  });
});

/** TIME-WAIT ends without a word, and who listens for nobody says nothing either. */
function silent(state: string): string {
  return state === 'TIME-WAIT' || state === 'LISTEN' ? 'CLOSED' : state;
}

describe('any run', () => {
  const numbers = { A: 0xffff_ff00, B: 300 };

  test.each([['disturbed', faultyScenario(numbers)], ['wild', wildScenario(numbers)]] as const)('%s: each segment is a flight, nothing throws, and times go forward', (_name, scenarios) => {
    fc.assert(
      fc.property(scenarios, fc.constantFrom(...HOST_IDS), (scenario, view) => {
        for (const { observed, segments } of seenIn(run(scenario), view)) {
          const { trace, remarks } = observed;
          expect(observed.captured).toHaveLength(Math.min(SEGMENT_BOUND, segments.length));
          expect(observed.left).toBe(Math.max(0, segments.length - SEGMENT_BOUND));
          expect(trace.flights.map(({ segment }) => segment)).toEqual(observed.captured.map(({ segment }) => segment));
          expect(trace.moments.every(({ at }, index) => index === 0 || at >= trace.moments[index - 1]!.at)).toBe(true);
          expect(trace.moments.map(({ index }) => index)).toEqual(trace.moments.map((_moment, index) => index));
          expect(remarks.every(({ flight }) => flight < trace.flights.length)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('undisturbed: no remark, from either host', () => {
    fc.assert(
      fc.property(fc.constantFrom('rfc9293', 'linux', 'freebsd'), fc.array(fc.tuple(fc.constantFrom('client', 'server'), fc.integer({ min: 1, max: 9000 })), { maxLength: 5 }), fc.constantFrom('client', 'server'), fc.constantFrom('closes', 'aborts'), fc.constantFrom(...HOST_IDS), (profile, sends, first, how, view) => {
        const text = [`profile ${profile}`, 'server listens', 'client connects', ...sends.map(([host, length]) => `${host} sends ${length}`), `${first} ${how}`, `${first === 'client' ? 'server' : 'client'} closes`].join('\n');
        const { scenario } = parse(text);
        expect(seenIn(run(toTheEnd(scenario)), view).flatMap(({ observed }) => observed.remarks)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('of more segments than the bound the rest is counted', () => {
    const { scenario } = parse('server listens\nclient connects\nclient sends 40_000');
    const trace = run(scenario);
    const [one] = seenIn(trace, 'A', 10);
    expect(one?.observed.trace.flights).toHaveLength(10);
    expect(one?.observed.left).toBe(captured(trace, 'A').length - 10);
  });
});
