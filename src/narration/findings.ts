import type { EndpointMoment, Flight, Trace } from '../simulation/trace.ts';
import { ACK, FIN, RST, SYN, has } from '../tcp/flags.ts';
import { segLen } from '../tcp/segment.ts';
import { seqAdd, seqGt, seqLe, seqLt, type Seq } from '../tcp/seq.ts';
import type { Tcb } from '../tcp/tcb.ts';

/** A segment as it passes a host. */
export interface Passing {
  readonly flight: Flight;
  /** Whether the host sends it or gets it. */
  readonly way: 'out' | 'in';
  /** The moment in which it does, by its place in `Trace.moments`. */
  readonly moment: number;
}

/** What is remarkable about a segment, by what its sender did and its receiver found. */
export const FINDINGS = [
  ...['retransmission', 'fast-retransmission', 'copy', 'forged', 'nothing-new', 'out-of-order', 'hole', 'acks-unsent', 'duplicate-ack'],
  ...['window-update', 'zero-window', 'window-full', 'window-probe', 'empty-window-probe', 'window-probe-answer', 'keep-alive', 'keep-alive-answer', 'ports-reused'],
] as const;

/** One of them; `finding.<id>` is its name. */
export type Finding = (typeof FINDINGS)[number];

/** The timers whose expiry sends a probe, by the rule. */
const PROBES: readonly (readonly [rule: string, finding: Finding])[] = [
  ['timeout.persist', 'window-probe'],
  ['timeout.persist-empty', 'empty-window-probe'],
  ['timeout.keep-alive', 'keep-alive'],
];

const ANSWERS: Partial<Readonly<Record<Finding, Finding>>> = { 'window-probe': 'window-probe-answer', 'empty-window-probe': 'window-probe-answer', 'keep-alive': 'keep-alive-answer' };

function isBareAck({ segment }: Flight): boolean {
  return has(segment.flags, ACK) && segLen(segment) === 0 && !has(segment.flags, RST);
}

function fired({ because }: EndpointMoment, ...rules: readonly string[]): boolean {
  return rules.some((rule) => because.includes(rule));
}

/** The number behind the highest octet that a receiver has, whatever is missing before it. */
function highest({ rcv }: Tcb): Seq {
  return rcv.beyond.reduce((top, { seq, length }) => (seqGt(seqAdd(seq, length), top) ? seqAdd(seq, length) : top), rcv.nxt);
}

/** What a receiver finds remarkable about what arrives. */
function onArrival({ segment, origin, transmission }: Flight, moment: EndpointMoment): readonly Finding[] {
  const { before } = moment;
  const top = highest(before);
  const isBeyond = fired(moment, 'other.text.beyond');
  const fills = fired(moment, 'other.text.hole-filled') || (isBeyond && seqLt(segment.seq, top));
  const isOld = segLen(segment) > 0 && seqLe(seqAdd(segment.seq, segLen(segment)), before.rcv.nxt);
  const found: readonly (readonly [boolean, Finding])[] = [
    [origin === 'copy', 'copy'],
    [origin === 'injected', 'forged'],
    [isOld && fired(moment, 'other.seq.unacceptable', 'other.seq.repeated-fin', 'other.seq.duplicate', 'other.seq.old'), 'nothing-new'],
    [fills && transmission === 1, 'out-of-order'],
    [isBeyond && seqGt(segment.seq, top), 'hole'],
    [fired(moment, 'other.ack.beyond', 'other.ack.beyond-dropped', 'other.ack.refused', 'syn-sent.ack.bad', 'syn-sent.ack.bad-rst') && seqGt(segment.ack, before.snd.nxt), 'acks-unsent'],
  ];
  return found.flatMap(([holds, finding]) => (holds ? [finding] : []));
}

/** Says of each segment of a run, as it passes a host, what is remarkable about it: why it was sent and, where it arrives, what its receiver makes of it. */
export function findingsOf(trace: Trace): (passing: Passing) => readonly Finding[] {
  const sending = new Map<number, EndpointMoment>();
  for (const moment of trace.moments) if (moment.kind === 'endpoint') for (const id of moment.sent) sending.set(id, moment);

  /** The flight that a copy was made of. */
  const original = (flight: Flight): Flight => {
    const copied = flight.copyOf === null ? undefined : trace.flights[flight.copyOf];
    return copied === undefined ? flight : original(copied);
  };
  const probeOf = (flight: Flight): Finding | undefined => {
    const cause = sending.get(original(flight).id);
    return PROBES.find(([rule]) => cause !== undefined && fired(cause, rule))?.[1];
  };
  const answered = ({ arrived }: EndpointMoment): Finding | undefined => {
    const flight = arrived === null ? undefined : trace.flights[arrived];
    const probe = flight === undefined ? undefined : probeOf(flight);
    return probe === undefined ? undefined : ANSWERS[probe];
  };
  /** What its sender sent before it on the connection. */
  const previous = ({ id, from, connection }: Flight): readonly Flight[] => trace.flights.filter((one) => one.id < id && one.from === from && one.connection === connection && one.origin === 'sent');

  function repeats(flight: Flight): boolean {
    const last = previous(flight).at(-1)?.segment;
    const { ack, wnd, seq } = flight.segment;
    return last !== undefined && has(last.flags, ACK) && last.ack === ack && last.wnd === wnd && seqAdd(last.seq, segLen(last)) === seq;
  }

  function resent({ transmission, segment }: Flight, cause: EndpointMoment): Finding | undefined {
    if (transmission === 1 || segLen(segment) === 0) return undefined;
    const { recover, rack } = cause.after.congestion;
    const isFast = cause.event.type === 'SEGMENT ARRIVES' && (recover !== null || rack !== null) && fired(cause, 'other.ack.fast-retransmit', 'other.ack.partial', 'output.again');
    return isFast ? 'fast-retransmission' : 'retransmission';
  }

  function onSending(flight: Flight, cause: EndpointMoment): readonly Finding[] {
    const { segment } = flight;
    const probe = probeOf(flight);
    const answer = isBareAck(flight) ? answered(cause) : undefined;
    const ofWindow = fired(cause, 'reading.goes-on', 'receive.data') && isBareAck(flight);
    const { snd } = cause.after;
    const edge = seqAdd(snd.una, snd.wnd);
    const found: readonly (readonly [boolean, Finding])[] = [
      [segment.wnd === 0 && !has(segment.flags, SYN) && !has(segment.flags, FIN) && !has(segment.flags, RST), 'zero-window'],
      [ofWindow, 'window-update'],
      [segment.length > 0 && snd.wnd > 0 && seqAdd(segment.seq, segment.length) === edge && !has(segment.flags, SYN) && !has(segment.flags, FIN), 'window-full'],
      [has(segment.flags, SYN) && flight.transmission === 1 && previous(flight).some((one) => has(one.segment.flags, SYN) && one.segment.seq !== segment.seq), 'ports-reused'],
      [isBareAck(flight) && probe === undefined && answer === undefined && !ofWindow && segment.wnd > 0 && repeats(flight), 'duplicate-ack'],
    ];
    return [probe ?? resent(flight, cause) ?? [], answer ?? [], found.flatMap(([holds, finding]) => (holds ? [finding] : []))].flat();
  }

  return ({ flight, way, moment }) => {
    const cause = sending.get(original(flight).id);
    const at = trace.moments[moment];
    const sent = cause === undefined ? [] : onSending(original(flight), cause);
    return [...sent, ...(way === 'in' && at?.kind === 'endpoint' ? onArrival(flight, at) : [])];
  };
}
