import { peerOf, type HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { ACK, SYN, has } from '../tcp/flags.ts';
import { seqDiff, type Seq } from '../tcp/seq.ts';

/** SEQ and ACK of a segment counted from the initial sequence numbers; null where that number is not known yet, or the ACK bit is off. */
export interface RelativeNumbers {
  /** From the ISS of the host that sent it or is made out to have: 0 for its SYN, negative for what is older. */
  readonly seq: number | null;
  /** From the ISS of the other host. */
  readonly ack: number | null;
}

/** The relative numbers of every flight, at the flight's own place: the ISS is that of the last SYN before it, or of the connection that was open from the start. */
export function relativeNumbers(trace: Trace): readonly RelativeNumbers[] {
  const known = trace.connections.map(({ start }): Record<HostId, Seq | null> => ({ A: issOf(start.A), B: issOf(start.B) }));
  return trace.flights.map(({ connection, from, origin, segment }) => {
    const iss = known[connection];
    if (iss === undefined) return { seq: null, ack: null };
    if (origin === 'sent' && has(segment.flags, SYN)) iss[from] = segment.seq;
    return { seq: since(segment.seq, iss[from]), ack: has(segment.flags, ACK) ? since(segment.ack, iss[peerOf(from)]) : null };
  });
}

function issOf({ state, iss }: Trace['start'][HostId]): Seq | null {
  return state === 'CLOSED' || state === 'LISTEN' ? null : iss;
}

function since(number: Seq, iss: Seq | null): number | null {
  return iss === null ? null : seqDiff(number, iss);
}
