import type { Effect } from '../effect.ts';
import type { Env } from '../env.ts';
import { ACK, SYN, has } from '../flags.ts';
import { acknowledged, emit, segmentFrom, synSegment } from '../reply.ts';
import type { Tcb, Unacknowledged } from '../tcb.ts';

/** Sends a queued segment again: the old octets, today's ACK, window and options. Timers are the caller's business. */
export function sendAgain(tcb: Tcb, entry: Unacknowledged, env: Env): { readonly tcb: Tcb; readonly effect: Effect } {
  const withAck = has(entry.flags, ACK);
  const segment = has(entry.flags, SYN) ? synSegment(tcb, withAck, env) : segmentFrom(tcb, env, entry.flags, entry.seq, entry.length);
  const transmissions = entry.transmissions + 1;
  const queue = tcb.queue.map((other) => (other === entry ? { ...entry, sentAt: env.now, transmissions } : other));
  return { tcb: { ...(withAck ? acknowledged(tcb) : tcb), queue }, effect: emit(segment, transmissions) };
}
