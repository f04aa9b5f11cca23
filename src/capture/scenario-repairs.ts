import { ACK, RST, SYN, flagsOf, has, type Flags } from '../tcp/flags.ts';
import { segLen, type Segment } from '../tcp/segment.ts';
import { seqAdd } from '../tcp/seq.ts';
import { peerOf, type Act, type Fault, type Forged, type HostId, type Scenario } from '../simulation/scenario.ts';
import { exactly } from '../simulation/selector.ts';
import type { Flight } from '../simulation/trace.ts';
import type { Evidence } from './scenario-compared.ts';
import { isSameSegment } from './same-segment.ts';
import type { Tried } from './scenario-tried.ts';

function isOn({ selector: { from, which } }: Fault, flight: Flight): boolean {
  return from === flight.from && which.type === 'nth' && which.n === flight.turn;
}

function withFault(scenario: Scenario, flight: Flight, fault: Fault | null): Scenario {
  const others = scenario.faults.filter((one) => !isOn(one, flight) || one.type === 'duplicate');
  return { ...scenario, faults: fault === null ? others : [...others, fault] };
}

/** The scenario in which a segment that was not captured has left before the others of its host from this turn on. */
function shifted(scenario: Scenario, host: HostId, turn: number): Scenario {
  const faults = scenario.faults.map((fault): Fault => {
    const { which, from } = fault.selector;
    return from === host && which.type === 'nth' && which.n >= turn ? { ...fault, selector: { ...fault.selector, which: { type: 'nth', n: which.n + 1 } } } : fault;
  });
  return { ...scenario, faults };
}

function lostUnseen(scenario: Scenario, flight: Flight): Scenario {
  const after = shifted(scenario, flight.from, flight.turn);
  return { ...after, faults: [...after.faults, { type: 'lose', selector: exactly(flight) }] };
}

function delayed(scenario: Scenario, flight: Flight, ms: number): Scenario {
  return withFault(scenario, flight, { type: 'delay', selector: exactly(flight), ms: Math.max(1, Math.round(ms)) });
}

function withAct(scenario: Scenario, at: number, action: Act['action']): Scenario {
  const act: Act = { when: { type: 'at', ms: Math.max(0, Math.round(at)) }, action };
  const later = scenario.script.findIndex(({ when }) => when.type === 'at' && when.ms > at);
  const place = later < 0 ? scenario.script.length : later;
  return { ...scenario, script: [...scenario.script.slice(0, place), act, ...scenario.script.slice(place)] };
}

/** What must have come to a host that nobody captured, so that it answers so; null: nothing simple. */
function askedBy({ flags, seq, ack }: Segment): Forged | null {
  const forged = (bits: Flags, fields: Partial<Forged>): Forged => ({ flags: bits, seq: 0, ack: 0, length: 0, wnd: 65_535, ...fields });
  if (has(flags, RST)) return has(flags, ACK) ? forged(SYN, { seq: seqAdd(ack, -1) }) : forged(ACK, { seq: 1, ack: seq });
  if (has(flags, SYN)) return has(flags, ACK) ? forged(SYN, { seq: seqAdd(ack, -1) }) : null;
  return flags === ACK ? forged(flagsOf(ACK), { seq: seqAdd(ack, -1), ack: seq, length: 1 }) : null;
}

/** How long hosts are known to delay an ACK, ms. */
const ACK_DELAYS = [40, 100, 200, 499];

/** An ACK that only the run has may have waited for what left with it. */
function waiting({ scenario }: Tried, flight: Flight, sights: Evidence['sights']): readonly Scenario[] {
  const { from, segment, origin, sentAt } = flight;
  if (segment.flags !== ACK || segLen(segment) > 0 || origin !== 'sent' || scenario.hosts[from].delayedAck !== null) return [];
  const zero = Math.min(...sights.map((seen) => seen.flight.sentAt));
  const later = sights.find((seen) => seen.flight.from === from && seen.flight.sentAt - zero >= sentAt - 1 && seen.flight.segment.ack === segment.ack)?.flight;
  if (later === undefined) return [];
  const waited = later.sentAt - zero - sentAt;
  const delay = ACK_DELAYS.find((ms) => waited < ms);
  return delay === undefined ? [] : [{ ...scenario, hosts: { ...scenario.hosts, [from]: { ...scenario.hosts[from], delayedAck: delay } } }];
}

/** How many segments back the cause of a difference is looked for. */
const BACK = 6;

/** What may have happened on the wire, unseen, so that the run would go on along with the capture; the likeliest first. */
export function repairsOf({ view, sights }: Evidence, one: Tried): readonly Scenario[] {
  const { scenario, trace, parting, flight } = one;
  const sight = one.sight?.flight ?? null;
  if (parting === null) return [];
  const { host } = parting;
  const peer = peerOf(host);
  const repairs: Scenario[] = [];
  const zero = Math.min(...sights.map(({ flight: { sentAt } }) => sentAt));
  const far = host !== view;
  if (far && flight?.origin === 'sent') {
    repairs.push(lostUnseen(scenario, flight));
    const later = sights.find(({ flight: seen }) => seen.from === host && isSameSegment(seen.segment, flight.segment) && seen.sentAt - zero > flight.sentAt)?.flight;
    if (later !== undefined) repairs.push(delayed(scenario, flight, later.sentAt - zero - flight.sentAt));
    repairs.push(withFault(scenario, flight, { type: 'reorder', selector: exactly(flight) }));
  }
  const recent = (from: HostId): readonly Flight[] => trace.flights.filter((other) => other.from === from && other.origin === 'sent' && (flight === null || other.id < flight.id)).slice(-BACK).reverse();
  // What came at another time than in the run.
  for (const other of [...recent(peer), ...recent(host)]) {
    const seen = sights.filter(({ flight: { from } }) => from === other.from)[other.turn - 1]?.flight;
    if (seen === undefined || !isSameSegment(seen.segment, other.segment)) continue;
    const by = seen.sentAt - zero - other.sentAt;
    if (by > 1) repairs.push(delayed(scenario, other, by));
  }
  if (flight !== null) repairs.push(...waiting(one, flight, sights));
  if (!far) return repairs;
  for (const other of recent(peer)) {
    const isLost = scenario.faults.some((fault) => fault.type === 'lose' && isOn(fault, other));
    repairs.push(withFault(scenario, other, isLost ? null : { type: 'lose', selector: exactly(other) }));
    if (isLost) {
      // Not it, but the answer was lost.
      const turn = trace.flights.filter(({ from, origin, id }) => from === host && origin === 'sent' && id < other.id).length + 1;
      const answered = shifted(withFault(scenario, other, null), host, turn);
      repairs.push({ ...answered, faults: [...answered.faults, { type: 'lose', selector: exactly({ from: host, turn }) }] });
    }
    if (sight !== null) {
      const by = Math.round(sight.sentAt - zero - (other.arrivesAt ?? other.sentAt + scenario.delay));
      if (by > 0) repairs.push(delayed(scenario, other, by));
    }
  }
  if (sight === null) return repairs;
  if (segLen(sight.segment) === 0 && has(sight.segment.flags, ACK) && !has(sight.segment.flags, RST)) {
    for (const other of recent(peer)) {
      const after = Math.round(sight.sentAt - zero - (other.arrivesAt ?? other.sentAt + scenario.delay));
      if (after > 0 && segLen(other.segment) > 0) repairs.push({ ...scenario, faults: [...scenario.faults, { type: 'duplicate', selector: exactly(other), ms: after }] });
    }
  }
  const asked = askedBy(sight.segment);
  if (asked !== null) repairs.push(withAct(scenario, sight.sentAt - zero, { type: 'inject', to: host, segment: asked }));
  return repairs;
}
