import { CITES } from '../../narration/cites.ts';
import { print } from '../../scenario/print.ts';
import { HOST_IDS, type HostId } from '../../simulation/scenario.ts';
import type { EndpointMoment, Flight, Moment, Trace } from '../../simulation/trace.ts';
import { ACK, URG, flagNames, has } from '../../tcp/flags.ts';
import type { Tcb } from '../../tcp/tcb.ts';
import type { TraceJson } from './trace-shape.ts';

type SegmentJson = TraceJson['segments'][number];
type MomentJson = TraceJson['moments'][number];
type OutcomeJson = Extract<MomentJson, { kind: 'endpoint' }>['outcomes'][number];

/** The run as plain data for programs: all segments, moments and rules, by the names of RFC 9293. */
export function traceJson(trace: Trace): TraceJson {
  const { scenario, connections, flights, moments, ended, endedAt, told, received } = trace;
  const named = <Of, To>(of: Readonly<Record<HostId, Of>>, to: (one: Of) => To): Record<string, To> => Object.fromEntries(HOST_IDS.map((id) => [nameOf(trace, id), to(of[id])]));
  return {
    format: 'handshake-trace',
    version: 1,
    scenario: print(scenario),
    profile: scenario.profile,
    hosts: HOST_IDS.map((id) => nameOf(trace, id)),
    connections: connections.map(({ ports, start, end }) => ({ ports: named(ports, (port) => port), start: named(start, tcbJson), end: named(end, tcbJson) })),
    segments: flights.map((flight) => segmentJson(flight, trace)),
    moments: moments.map((moment) => momentJson(moment, trace)),
    ended,
    endedAt,
    told: named(told, (signals) => [...signals]),
    received: named(received, (octets) => octets),
  };
}

function nameOf({ scenario }: Trace, host: HostId): string {
  return scenario.hosts[host].name;
}

function segmentJson({ id, connection, from, to, segment, origin, copyOf, transmission, sentAt, arrivesAt, fate }: Flight, trace: Trace): SegmentJson {
  const { flags, seq, ack, length, wnd, up, ecn, options } = segment;
  const { sack, ...others } = options;
  return {
    id,
    connection,
    from: nameOf(trace, from),
    to: nameOf(trace, to),
    flags: [...flagNames(flags)],
    seq,
    ack: has(flags, ACK) ? ack : null,
    length,
    window: wnd,
    urgent: has(flags, URG) ? up : null,
    ecn,
    options: { ...others, ...(sack === undefined ? {} : { sack: [...sack] }) },
    origin,
    copyOf,
    transmission,
    sentAt,
    arrivesAt,
    fate,
  };
}

function tcbJson({ state, iss, irs, snd, rcv, congestion: { cwnd, ssthresh }, rto, timers }: Tcb) {
  return {
    state,
    iss,
    irs,
    snd: { una: snd.una, nxt: snd.nxt, wnd: snd.wnd, wl1: snd.wl1, wl2: snd.wl2, up: snd.up },
    rcv: { nxt: rcv.nxt, wnd: rcv.wnd, up: rcv.up },
    unsent: snd.unsent,
    unread: rcv.unread,
    cwnd,
    ssthresh,
    rto: rto.rto,
    timers: { ...timers },
  };
}

function momentJson(moment: Moment, trace: Trace): MomentJson {
  const { at, kind } = moment;
  if (kind === 'crash') return { kind, at, host: nameOf(trace, moment.host) };
  if (kind !== 'endpoint') return { kind, at, segment: moment.flight };
  const { host, connection, event, arrived, because, before, after } = moment;
  return {
    kind,
    at,
    host: nameOf(trace, host),
    connection,
    event: event.type,
    length: 'length' in event ? (event.length ?? null) : null,
    segment: arrived,
    because: because.map((rule) => ({ rule, cite: CITES.get(rule) ?? '' })),
    outcomes: [...outcomesOf(moment)],
    before: before.state,
    after: tcbJson(after),
  };
}

/** What came of it; segments that were sent are named by their places, which come in the same order. */
function outcomesOf({ effects, sent }: EndpointMoment): readonly OutcomeJson[] {
  let next = 0;
  return effects.flatMap((effect): readonly OutcomeJson[] => {
    switch (effect.type) {
      case 'emit': {
        const segment = sent[next++];
        return segment === undefined ? [] : [{ type: 'sent', segment }];
      }
      case 'state':
        return [{ type: 'state', from: effect.from, to: effect.to }];
      case 'timer':
        return [{ type: 'timer', timer: effect.timer, at: effect.at }];
      case 'deliver':
        return [{ type: 'delivered', seq: effect.seq, length: effect.length }];
      case 'tell':
        return [{ type: 'told', signal: effect.signal }];
      case 'choose ISS':
        return [{ type: 'iss', iss: effect.iss }];
      case 'status':
      case 'cookie':
        return [];
    }
  });
}
