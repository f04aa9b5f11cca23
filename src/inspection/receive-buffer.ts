import type { HostId } from '../simulation/scenario.ts';
import { tcbAfter } from '../simulation/tcb-after.ts';
import type { Trace } from '../simulation/trace.ts';
import { seqAdd, type Seq } from '../tcp/seq.ts';
import { finCame } from '../tcp/state.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { rangeFrom, type OctetRange } from './octet-range.ts';

/** A run beyond a hole, and whether a FIN is its last number. */
export interface WaitingRun extends OctetRange {
  readonly fin: boolean;
}

/** What lies in a receive buffer. */
export interface ReceiveBuffer {
  /** How much it holds at most, octets. */
  readonly size: number;
  /** What has come in order and was not read; null where nothing is unread. */
  readonly unread: OctetRange | null;
  /** RCV.NXT: where the first hole begins, if there is one. */
  readonly next: Seq;
  /** What came too soon, in order. */
  readonly beyond: readonly WaitingRun[];
}

/** The runs of an endpoint that wait for a hole to be filled. */
export function runsOf({ rcv }: Tcb): readonly WaitingRun[] {
  return rcv.beyond.map(({ seq, length, fin }) => ({ ...rangeFrom(seq, length + (fin ? 1 : 0)), fin }));
}

/** What lies in the receive buffer of the host's endpoint of the connection after the first `shown` moments (RFC 9293 §3.3.1). */
export function receiveBuffer(trace: Trace, host: HostId, shown: number, connection = 0): ReceiveBuffer {
  const tcb = tcbAfter(trace, host, shown, connection);
  const { buffer, unread, nxt } = tcb.rcv;
  const end = seqAdd(nxt, finCame(tcb.state) ? -1 : 0);
  return { size: buffer, unread: unread > 0 ? rangeFrom(seqAdd(end, -unread), unread) : null, next: nxt, beyond: runsOf(tcb) };
}
