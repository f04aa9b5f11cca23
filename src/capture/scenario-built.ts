import { ACK, ECE, SYN, has } from '../tcp/flags.ts';
import type { KeepAlive } from '../tcp/keep-alive.ts';
import type { ProfileName } from '../tcp/profile.ts';
import { seqAdd } from '../tcp/seq.ts';
import { EMPTY_SCENARIO, HOST_IDS, type Act, type Fault, type HostId, type HostSetup, type Scenario } from '../simulation/scenario.ts';
import { exactly } from '../simulation/selector.ts';
import type { Flight, Trace } from '../simulation/trace.ts';
import { actsOf } from './scenario-acts.ts';
import type { Observed } from './observed.ts';
import { readersIn } from './scenario-reading.ts';

/** How often a silent connection is probed where nobody says how often: as systems do. */
const PROBES = 9;
/** How long a silent connection is not probed where nothing shows it, ms: two hours at least (RFC 9293 §3.8.4, MUST-28). */
const PROBES_AFTER = 7_200_000;

/** From how many ms on a segment counts as late. */
const LATE = 2;

/** The fault that makes of a flight what the capture shows of it. */
function faultOf(trace: Trace, flight: Flight, delay: number): readonly Fault[] {
  const { from, fate, origin, sentAt, arrivesAt, copyOf } = flight;
  if (origin === 'copy') {
    const original = trace.flights[copyOf ?? -1];
    if (original?.origin !== 'sent') return [];
    const after = (arrivesAt ?? sentAt + delay) - (original.arrivesAt ?? original.sentAt + delay);
    return [{ type: 'duplicate', selector: exactly({ from, turn: original.turn }), ms: Math.max(1, Math.round(after)) }];
  }
  if (origin !== 'sent') return [];
  // What nothing answers by the end has not arrived, as far as anybody can tell.
  if (fate === 'lost' || fate === 'in flight') return [{ type: 'lose', selector: exactly(flight) }];
  const late = arrivesAt === null ? 0 : arrivesAt - sentAt - delay;
  return late > LATE ? [{ type: 'delay', selector: exactly(flight), ms: Math.round(late) }] : [];
}

/** What a router marked: it came so, or its ACK is the first to say so (RFC 3168 §6.1.3). */
function marksIn({ flights }: Trace): readonly Fault[] {
  const echoes: Record<HostId, boolean> = { A: false, B: false };
  const marked = new Set<Flight>();
  for (const flight of flights) {
    const { from, segment } = flight;
    if (segment.ecn === 'CE') marked.add(flight);
    if (has(segment.flags, SYN) || !has(segment.flags, ACK)) continue;
    const echo = has(segment.flags, ECE);
    const asked = flights.find((other) => other.from !== from && other.segment.length > 0 && seqAdd(other.segment.seq, other.segment.length) === segment.ack);
    if (echo && !echoes[from] && asked !== undefined) marked.add(asked);
    echoes[from] = echo;
  }
  return [...marked].map((flight): Fault => ({ type: 'mark', selector: exactly(flight) }));
}

/** The largest window that the host offers, octets. */
function windowOf({ trace }: Observed, host: HostId): number {
  const offered = trace.moments.flatMap((moment) => ('after' in moment && moment.host === host && moment.after.state !== 'CLOSED' && moment.after.state !== 'LISTEN' ? [moment.after.rcv.wnd] : []));
  return offered.reduce((most, wnd) => Math.max(most, wnd), 1);
}

/** When the host probes a silent connection, where it was seen to (RFC 9293 §3.8.4). */
function keepAliveOf({ trace: { moments } }: Observed, host: HostId): KeepAlive | null {
  const own = moments.flatMap((moment) => (moment.kind === 'endpoint' && moment.host === host ? [moment] : []));
  const first = own.findIndex(({ event }) => event.type === 'KEEP-ALIVE TIMEOUT');
  const probe = own[first];
  if (probe === undefined) return null;
  const next = own.slice(first + 1).find(({ event }) => event.type === 'KEEP-ALIVE TIMEOUT');
  const interval = next === undefined ? null : Math.max(1, Math.round(next.at - probe.at));
  const before = own[first - 1];
  const idle = before === undefined ? (interval ?? PROBES_AFTER) : Math.max(1, Math.round(probe.at - before.at));
  const last = own.findLast(({ event }) => event.type === 'KEEP-ALIVE TIMEOUT');
  const isGivenUp = last?.after.state === 'CLOSED';
  return { idle, interval: interval ?? idle, probes: isGivenUp ? Math.max(1, own.filter(({ event }) => event.type === 'KEEP-ALIVE TIMEOUT').length - 1) : PROBES };
}

/** The numbers that the host itself has begun with, one after another. */
function numbersOf({ trace: { flights } }: Observed, host: HostId): readonly number[] {
  return [...new Set(flights.flatMap(({ from, origin, segment }) => (from === host && origin === 'sent' && has(segment.flags, SYN) ? [segment.seq] : [])))];
}

/** How much of a segment its timestamps take (RFC 7323 §3.2). */
const TIMESTAMPS = 12;

/** What was agreed on before the capture began, as the segments show it. */
function agreed({ flights }: Trace, { mss }: HostSetup): Partial<HostSetup> {
  const timestamps = flights.some(({ segment }) => segment.options.ts !== undefined);
  const sack = flights.some(({ segment }) => segment.options.sack !== undefined);
  return { mss: timestamps ? mss + TIMESTAMPS : mss, overrides: { timestamps, ...(sack ? { sack } : {}) } };
}

function setupOf(observed: Observed, host: HostId, established: boolean): HostSetup {
  const { trace } = observed;
  const setup = trace.scenario.hosts[host];
  const fastOpen = trace.flights.some(({ segment }) => segment.options.fastOpen !== undefined);
  const numbers = numbersOf(observed, host);
  const showing = trace.flights.find(({ from, segment }) => from === host && segment.options.fastOpen !== undefined && segment.options.fastOpen !== '' && segment.ack === 0)?.segment;
  // The SYN alone is acknowledged, and there is a new cookie (RFC 7413 §4.2.2).
  const isOld = showing !== undefined && trace.flights.some(({ from, segment }) => from !== host && has(segment.flags, SYN) && segment.ack === seqAdd(showing.seq, 1) && showing.length > 0 && (segment.options.fastOpen ?? '') !== '');
  return {
    ...setup,
    ...(numbers.length > 0 ? { iss: numbers } : {}),
    ...(established ? { window: EMPTY_SCENARIO.hosts[host].window } : { window: windowOf(observed, host) }),
    ...(established && trace.start[host].state === 'ESTABLISHED' ? { iss: [trace.start[host].iss, ...numbers] } : {}),
    ...(trace.flights.some(({ segment }) => has(segment.flags, SYN)) ? {} : agreed(trace, setup)),
    keepAlive: keepAliveOf(observed, host),
    fastOpen: fastOpen ? (showing === undefined ? 'on' : isOld ? 'old cookie' : 'cookie') : 'off',
  };
}

/** Whether the capture shows how long segments are on their way: where only one of the hosts is heard to answer, and at once, it was taken there and does not. */
export function showsDelay({ vantage: { at, away } }: Observed): boolean {
  const whole = away.A + away.B;
  return whole > 0 && (at !== null || whole >= 1);
}

/** Whether the first that is seen is that the host probes a silent connection. */
function firstIsProbe({ moments }: Trace, host: HostId): boolean {
  const [first] = moments;
  return first?.kind === 'endpoint' && first.host === host && first.event.type === 'KEEP-ALIVE TIMEOUT';
}

/** What the capture does not say of the hosts. */
export interface Guess {
  readonly profile: ProfileName;
  readonly nagle: boolean;
  /** Whether data that followed an ACK at once had been handed over before it. */
  readonly isOne: boolean;
  /** One way, ms. */
  readonly delay: number;
}

/** How long segments may have been on their way, ms, one way: as they are seen to be, else next to no time or the usual. */
export function delaysOf(observed: Observed): readonly number[] {
  const { away } = observed.vantage;
  const seen = Math.max(1, Math.round(away.A + away.B));
  return showsDelay(observed) ? [seen] : [seen, EMPTY_SCENARIO.delay];
}

/** Where a host answers a SYN as one that still has an older connection: the numbers of that (RFC 9293 §3.5.1); null: none does. */
function olderOf({ trace: { flights }, remarks }: Observed): Flight | null {
  const found = remarks.find(({ noticed }) => noticed.type === 'older connection');
  return found === undefined ? null : (flights[found.flight] ?? null);
}

/** The scenario in which the SYN meets a connection that its sender has forgotten. */
function halfOpen(scenario: Scenario, { from, to, segment: { seq, ack } }: Flight): readonly Scenario[] {
  const opening = scenario.script.find(({ action }) => action.type === 'connect' && action.host === to);
  if (scenario.established || opening === undefined) return [];
  const { A, B } = scenario.hosts;
  const begun = { [from]: seqAdd(seq, -1), [to]: seqAdd(ack, -1) };
  const hosts = { A: { ...A, iss: [begun['A'] ?? 0, ...A.iss] }, B: { ...B, iss: [begun['B'] ?? 0, ...B.iss] } };
  const others = scenario.script.filter((act) => act !== opening && act.action.type !== 'listen');
  const script: readonly Act[] = [
    { when: { type: 'quiet' }, action: { type: 'crash', host: to } },
    { ...opening, action: { type: 'connect', host: to } },
    { when: { type: 'state', host: from, state: 'CLOSED' }, action: { type: 'listen', host: from } },
    ...others,
  ];
  return [{ ...scenario, established: true, hosts, script }];
}

/** The scenario that the observation shows, taken literally: every act at its hour, every loss by the turn of its segment; and where a window closed, those in which users stop reading. */
export function builtFrom(observed: Observed, guess: Guess): readonly Scenario[] {
  const { profile, nagle, isOne, delay } = guess;
  const { trace } = observed;
  const established = trace.start.A.state === 'ESTABLISHED' || trace.start.B.state === 'ESTABLISHED';
  const zero = Math.min(...trace.flights.map(({ sentAt }) => sentAt));
  const hosts = { A: setupOf(observed, 'A', established), B: setupOf(observed, 'B', established) };
  const withNagle = (setup: HostSetup): HostSetup => (nagle ? setup : { ...setup, overrides: { ...setup.overrides, nagle: false } });
  const literal: Scenario = {
    ...EMPTY_SCENARIO,
    profile,
    hosts: { A: withNagle(hosts.A), B: withNagle(hosts.B) },
    delay,
    established,
    script: actsOf(trace, zero, isOne),
    faults: [...trace.flights.flatMap((flight) => faultOf(trace, flight, trace.scenario.delay)), ...marksIn(trace)],
    stop: { type: 'at', ms: Math.round(trace.endedAt - zero) + 1 + Math.max(...HOST_IDS.map((host) => (firstIsProbe(trace, host) ? (hosts[host].keepAlive?.idle ?? 0) : 0))) },
  };
  const older = olderOf(observed);
  return [literal, ...(older === null ? [] : halfOpen(literal, older)), ...readersIn(trace, literal, zero)];
}
