import type { EndpointMoment, Trace } from '../../simulation/trace.ts';
import { peerOf } from '../../simulation/scenario.ts';
import { ACK, FIN, SYN, has, type Flags } from '../../tcp/flags.ts';
import type { Segment } from '../../tcp/segment.ts';

/** What the question is about: the first segment that a host sends at a moment, and what came before it. */
export interface Asked {
  readonly trace: Trace;
  readonly moment: EndpointMoment;
  /** The segment that is asked for. */
  readonly segment: Segment;
  /** 1 for the first transmission. */
  readonly transmission: number;
  /** The segment that arrived, where one did. */
  readonly arrived: Segment | null;
  /** The last segment that the host had sent before, null where there is none. */
  readonly last: Segment | null;
  /** Names for sentences. */
  readonly names: { readonly host: string; readonly peer: string };
}

/** The question about the first segment that a host sends at a moment, null where it sends nothing then. */
export function askedAt(moment: EndpointMoment, trace: Trace): Asked | null {
  const flight = trace.flights[moment.sent[0] ?? -1];
  if (flight === undefined) return null;
  const earlier = trace.flights.filter(({ id, from, origin }) => id < flight.id && from === moment.host && origin === 'sent');
  return {
    trace,
    moment,
    segment: flight.segment,
    transmission: flight.transmission,
    arrived: moment.event.type === 'SEGMENT ARRIVES' ? moment.event.segment : null,
    last: earlier.at(-1)?.segment ?? null,
    names: { host: trace.scenario.hosts[moment.host].name, peer: trace.scenario.hosts[peerOf(moment.host)].name },
  };
}

/** Whether the segment has a SYN or a FIN and so takes a sequence number beside its data. */
export function takesControlNumber({ flags }: { readonly flags: Flags }): boolean {
  return has(flags, SYN) || has(flags, FIN);
}

/** Whether the segment is an ACK and nothing else. */
export function isBareAck(segment: Segment): boolean {
  return segment.flags === ACK && segment.length === 0;
}
