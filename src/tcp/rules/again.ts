import type { Effect } from '../effect.ts';
import type { Env } from '../env.ts';
import { ACK, FIN, SYN, flagsOf, has } from '../flags.ts';
import { acknowledged, emit, segmentFrom, synSegment } from '../reply.ts';
import { endOf } from '../retransmission.ts';
import { isSacked, segmentRoom } from '../sack.ts';
import { seqAdd, seqLe } from '../seq.ts';
import type { Tcb, Unacknowledged } from '../tcb.ts';

/** What left so short a time ago, ms, is still on its way out of the host and cannot be merged any more. */
const LEAVING = 1;

/** Whether `next` may be sent again in one segment with `entry`, which then would have `length` octets. */
function fits(tcb: Tcb, entry: Unacknowledged, next: Unacknowledged, length: number, env: Env): boolean {
  if (has(entry.flags, SYN) || has(entry.flags, FIN) || length > segmentRoom(tcb)) return false;
  const end = endOf(next);
  return env.now - next.sentAt > LEAVING && seqLe(end, seqAdd(tcb.snd.una, tcb.snd.wnd)) && !isSacked(tcb.snd.sacked, next.seq, end);
}

/** A queued segment with those merged in that follow it and fit, and how many these are. */
function merged(tcb: Tcb, entry: Unacknowledged, env: Env): { readonly entry: Unacknowledged; readonly swallowed: number } {
  const at = tcb.queue.indexOf(entry);
  let whole = entry;
  let swallowed = 0;
  for (const next of tcb.queue.slice(at + 1)) {
    const length = whole.length + next.length;
    if (!fits(tcb, whole, next, length, env)) break;
    whole = { ...whole, length, flags: flagsOf(whole.flags, next.flags) };
    swallowed += 1;
  }
  return { entry: whole, swallowed };
}

/** Sends a queued segment again, where the profile has it so with those behind it: the old octets, today's ACK, window and options. Timers are the caller's business. */
export function sendAgain(tcb: Tcb, front: Unacknowledged, env: Env): { readonly tcb: Tcb; readonly effect: Effect } {
  const { entry, swallowed } = env.profile.mergeAgain ? merged(tcb, front, env) : { entry: front, swallowed: 0 };
  const withAck = has(entry.flags, ACK);
  const segment = has(entry.flags, SYN) ? synSegment(tcb, withAck, env) : segmentFrom(tcb, env, entry.flags, entry.seq, entry.length);
  const transmissions = entry.transmissions + 1;
  const at = tcb.queue.indexOf(front);
  const loss = entry.loss === undefined ? {} : { loss: 'resent' as const };
  const queue = tcb.queue.toSpliced(at, 1 + swallowed, { ...entry, sentAt: env.now, transmissions, ...loss });
  return { tcb: { ...(withAck ? acknowledged(tcb) : tcb), queue }, effect: emit(segment, transmissions) };
}
