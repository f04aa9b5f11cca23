import { ACK, FIN, RST, SYN, flagsOf, has } from '../tcp/flags.ts';
import { segLen } from '../tcp/segment.ts';
import { seqDiff, seqGe, seqGt, seqLe, seqLt, type Seq } from '../tcp/seq.ts';
import type { State } from '../tcp/state.ts';
import { forgotten, type Tcb, type Unacknowledged } from '../tcp/tcb.ts';
import type { Seen } from './course.ts';
import { windowOf } from './ways.ts';

/** The endpoint with the window that its segment offers: how much room it has is its own affair. */
export function offering(tcb: Tcb, seen: Seen): Tcb {
  const { flags } = seen.segment;
  if (has(flags, RST) || (!has(flags, ACK) && !has(flags, SYN)) || tcb.state === 'CLOSED' || tcb.state === 'LISTEN') return tcb;
  const wnd = windowOf(seen, tcb);
  return wnd === tcb.rcv.wnd && wnd === tcb.rcv.buffer ? tcb : { ...tcb, rcv: { ...tcb.rcv, wnd, buffer: wnd, unread: 0 } };
}

/** The endpoint after it has sent again what is in the queue, or part of it. */
export function repeated(tcb: Tcb, { segment, end }: Seen, now: number): Tcb {
  const queue = tcb.queue.map((entry): Unacknowledged => {
    const isIn = seqLe(segment.seq, entry.seq) && seqLt(entry.seq, end);
    return isIn ? { ...entry, sentAt: now, transmissions: entry.transmissions + 1 } : entry;
  });
  return { ...tcb, queue };
}

/** How often the first of these octets have been sent. */
export function transmissionsOf(tcb: Tcb, { segment, end }: Seen): number {
  return tcb.queue.reduce((most, entry) => (seqLe(segment.seq, entry.seq) && seqLt(entry.seq, end) ? Math.max(most, entry.transmissions) : most), 1);
}

const AFTER_FIN: Partial<Record<State, State>> = { ESTABLISHED: 'FIN-WAIT-1', 'SYN-RECEIVED': 'FIN-WAIT-1', 'SYN-SENT': 'FIN-WAIT-1', 'CLOSE-WAIT': 'LAST-ACK' };

/** The endpoint as if it had sent everything up to `end`, whatever its rules say of it. */
export function advanced(tcb: Tcb, end: Seq, fin: boolean, now: number, profile: { readonly rtoInitial: number }): Tcb {
  const from = tcb.snd.nxt;
  if (!seqGt(end, from)) return tcb;
  const length = seqDiff(end, from) - (fin ? 1 : 0);
  const entry: Unacknowledged = { seq: from, length, flags: fin ? flagsOf(ACK, FIN) : ACK, sentAt: now, firstSentAt: now, transmissions: 1 };
  const rto = tcb.rto.rto === 0 ? { ...tcb.rto, rto: profile.rtoInitial } : tcb.rto;
  const timers = { ...tcb.timers, persist: null, retransmission: tcb.timers.retransmission ?? now + rto.rto };
  const snd = { ...tcb.snd, nxt: end, unsent: Math.max(0, tcb.snd.unsent - length), fin: fin ? ('sent' as const) : tcb.snd.fin };
  return { ...tcb, state: fin ? (AFTER_FIN[tcb.state] ?? tcb.state) : tcb.state, snd, queue: [...tcb.queue, entry], rto, timers };
}

/** The endpoint as its segment shows it, where no rule sends that segment. */
export function shownBy(tcb: Tcb, seen: Seen, now: number, profile: { readonly rtoInitial: number }): Tcb {
  const { segment, end } = seen;
  const { flags, ack } = segment;
  if (has(flags, RST)) return forgotten(tcb);
  if (has(flags, SYN)) return tcb;
  const sent = seqGt(end, tcb.snd.nxt) ? advanced(tcb, end, has(flags, FIN), now, profile) : segLen(segment) > 0 ? repeated(tcb, seen, now) : tcb;
  const heard = has(flags, ACK) && seqGt(ack, sent.rcv.nxt) ? { ...sent, rcv: { ...sent.rcv, nxt: ack, beyond: sent.rcv.beyond.filter((run) => seqGe(run.seq, ack)) } } : sent;
  return heard;
}
