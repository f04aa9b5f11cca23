import { PSH, URG, has } from '../tcp/flags.ts';
import { seqDiff } from '../tcp/seq.ts';
import { USUAL_PORTS } from '../simulation/connections.ts';
import { HOST_IDS, peerOf, type Act, type Action, type HostId } from '../simulation/scenario.ts';
import type { EndpointMoment, Moment, Trace } from '../simulation/trace.ts';

/** An act at its hour, ms from the beginning of the scenario. */
interface Timed {
  readonly at: number;
  readonly action: Action;
  /** Whether the next octets of the same host belong to the same SEND. */
  readonly goesOn: boolean;
}

/** By how much, ms. */
const EARLY = 2;

function connecting({ connections }: Trace, host: HostId): Extract<Action, { type: 'connect' }> {
  const ports = connections[0]?.ports ?? USUAL_PORTS;
  const usual = ports.A === USUAL_PORTS.A && ports.B === USUAL_PORTS.B;
  return usual ? { type: 'connect', host } : { type: 'connect', host, from: ports[host], to: ports[peerOf(host)] };
}

/** Whether the last octet that leaves is urgent (RFC 9293 §3.8.5). */
function isUrgent({ flights }: Trace, sent: readonly number[]): boolean {
  const last = flights[sent.at(-1) ?? -1]?.segment;
  return last !== undefined && has(last.flags, URG) && last.up > 0 && last.up <= last.length;
}

function actionOf(trace: Trace, { event, host, because, sent }: EndpointMoment): Action | null {
  switch (event.type) {
    case 'OPEN':
      if (event.mode === 'passive') return { type: 'listen', host };
      return event.length === undefined ? connecting(trace, host) : { ...connecting(trace, host), length: event.length };
    case 'SEND':
      return { type: isUrgent(trace, sent) ? 'sendUrgently' : 'send', host, length: event.length };
    case 'CLOSE':
      return { type: event.both === true ? 'closeBoth' : 'close', host };
    case 'ABORT':
      return because.length === 0 ? null : { type: 'abort', host };
    default:
      return null;
  }
}

/** Whether the last segment of a SEND was not pushed: then more of it followed. */
function isUnpushed({ flights }: Trace, { sent }: EndpointMoment): boolean {
  const last = flights[sent.at(-1) ?? -1];
  return last !== undefined && last.segment.length > 0 && !has(last.segment.flags, PSH);
}

function timedOf(trace: Trace, moment: Moment, zero: number): Timed | null {
  const at = Math.max(0, Math.round(moment.at - zero));
  if (moment.kind === 'crash') return { at, action: { type: 'crash', host: moment.host }, goesOn: false };
  if (moment.kind === 'injected') {
    const flight = trace.flights[moment.flight];
    if (flight === undefined) return null;
    const { flags, seq, ack, length, wnd } = flight.segment;
    return { at: Math.max(0, Math.round((flight.arrivesAt ?? moment.at) - zero)), action: { type: 'inject', to: flight.to, segment: { flags, seq, ack, length, wnd } }, goesOn: false };
  }
  if (moment.kind !== 'endpoint') return null;
  const action = actionOf(trace, moment);
  if (action === null) return null;
  // What only the next arrival shows was called before it.
  const early = moment.sent.length === 0 && action.type !== 'listen' && trace.moments[moment.index + 1]?.at === moment.at ? EARLY : 0;
  return { at: Math.max(0, at - early), action, goesOn: action.type === 'send' && isUnpushed(trace, moment) };
}

/** SENDs whose octets were not pushed are one with those that follow. */
function joined(all: readonly Timed[]): readonly Timed[] {
  const acts: Timed[] = [];
  for (const one of all) {
    const before = acts.findLastIndex(({ action }) => 'host' in action && 'host' in one.action && action.host === one.action.host);
    const last = acts[before];
    if (last?.goesOn === true && last.action.type === 'send' && one.action.type === 'send') {
      acts[before] = { ...last, action: { ...last.action, length: last.action.length + one.action.length }, goesOn: one.goesOn };
    } else {
      acts.push(one);
    }
  }
  return acts;
}

/** What was on its way already when the capture began was handed over before. */
function outstanding({ start }: Trace): readonly Timed[] {
  return HOST_IDS.flatMap((host) => {
    const { una, nxt } = start[host].snd;
    const length = seqDiff(nxt, una);
    return start[host].state === 'ESTABLISHED' && length > 0 ? [{ at: 0, action: { type: 'send', host, length } as const, goesOn: true }] : [];
  });
}

/** Data that left because an ACK made room for it was handed over with what left before it. */
function asOne(trace: Trace, zero: number): readonly Timed[] {
  return trace.moments.flatMap((moment): readonly Timed[] => {
    const timed = timedOf(trace, moment, zero);
    if (timed === null) return [];
    const next = trace.moments.slice(moment.index + 1).find((one) => one.kind === 'endpoint' && one.host === ('host' in moment ? moment.host : null) && actionOf(trace, one) !== null);
    const before = next === undefined ? undefined : trace.moments[next.index - 1];
    const isAsked = next?.kind === 'endpoint' && next.event.type === 'SEND' && before?.kind === 'endpoint' && before.host === next.host && before.arrived !== null && next.at - before.at < EARLY;
    return [{ ...timed, goesOn: timed.goesOn || (timed.action.type === 'send' && isAsked) }];
  });
}

/**
 * What the users, the wire's strangers and a crash did, as a script: who listens does so first, everything else at its hour. `zero`:
 * the time of the trace at which the scenario begins, ms; `isOne`: whether data that followed an ACK at once had been handed over before it.
 */
export function actsOf(trace: Trace, zero: number, isOne: boolean): readonly Act[] {
  const all = isOne ? asOne(trace, zero) : trace.moments.flatMap((moment) => timedOf(trace, moment, zero) ?? []);
  const timed = joined([...outstanding(trace), ...all]);
  return timed
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, action }): Act => (action.type === 'listen' ? { when: { type: 'quiet' }, action } : { when: { type: 'at', ms: at }, action }))
    .toSorted((one, other) => Number(other.action.type === 'listen') - Number(one.action.type === 'listen'));
}
