import type { Tcb } from '../../tcp/tcb.ts';
import type { Segment } from '../../tcp/segment.ts';
import type { EndpointMoment, Flight, Trace } from '../../simulation/trace.ts';

/** Who sent a segment, and what it knew then. */
export interface Sender {
  /** The connection's variables as the segment left. */
  readonly tcb: Tcb;
  /** The segment that it answers; null where it answers none. */
  readonly answers: Segment | null;
}

/** The moment at which the flight, or the one that it is a copy of, left its host; undefined where somebody else made it. */
export function departureOf(trace: Trace, { id, copyOf }: Flight): EndpointMoment | undefined {
  return trace.moments.find((moment): moment is EndpointMoment => moment.kind === 'endpoint' && moment.sent.includes(copyOf ?? id));
}

/** The sender of a flight; null where somebody else made the segment. */
export function senderOf(trace: Trace, flight: Flight): Sender | null {
  const moment = departureOf(trace, flight);
  if (moment === undefined) return null;
  const { event, before, after } = moment;
  // What has deleted the connection has forgotten its numbers.
  const tcb = after.state === 'CLOSED' || after.state === 'LISTEN' ? before : after;
  return { tcb, answers: event.type === 'SEGMENT ARRIVES' ? event.segment : null };
}
