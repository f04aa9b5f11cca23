import type { Env } from './env.ts';
import { seqAdd, seqDiff, seqLe, seqLt, type Seq } from './seq.ts';
import type { Congestion, Tcb, Unacknowledged } from './tcb.ts';
import { hasArrived, roomInWindow } from './in-flight.ts';
import { freshRack } from './rack.ts';
import { endOf } from './retransmission.ts';

/** Above and below these MSS, octets, RFC 5681 §3.1 starts with two, three or four segments. */
const LARGE_MSS = 2190;
const MIDDLE_MSS = 1095;

/** Octets sent and not acknowledged (FlightSize, RFC 5681 §2). */
export function flightSize({ snd }: Tcb): number {
  return seqDiff(snd.nxt, snd.una);
}

/** The initial window, octets: RFC 5681 §3.1, or so many segments as the profile says (RFC 6928); one after a SYN that was lost. */
export function initialWindow(mss: number, synRetried: boolean, env: Env): number {
  if (synRetried) return mss;
  if (env.profile.initialWindow > 0) return env.profile.initialWindow * mss;
  if (mss > LARGE_MSS) return 2 * mss;
  return mss > MIDDLE_MSS ? 3 * mss : 4 * mss;
}

/** The TCB with the congestion window that a connection begins with; a SYN was lost where its RTO has backed off. */
export function withInitialWindow(tcb: Tcb, env: Env): Tcb {
  const retried = tcb.rto.rto > env.profile.rtoInitial;
  const rack = env.profile.lossDetection === 'by time' ? freshRack(tcb.snd.nxt) : null;
  return { ...tcb, congestion: { ...tcb.congestion, cwnd: initialWindow(tcb.snd.mss, retried, env), rack } };
}

/** Half of what is in flight, but two segments at least (RFC 5681 §3.1, equation 4). */
function halved(tcb: Tcb): number {
  return Math.max(Math.floor(flightSize(tcb) / 2), 2 * tcb.snd.mss);
}

/** After a retransmission timeout: one segment, and all that was in flight counts as lost (RFC 5681 §3.1, §5). */
export function afterTimeout(tcb: Tcb, resent: Unacknowledged): Congestion {
  const next = endOf(resent);
  const ssthresh = resent.transmissions === 1 ? halved(tcb) : tcb.congestion.ssthresh;
  const lost = seqLt(next, tcb.snd.nxt) ? { next, to: tcb.snd.nxt } : null;
  return { ...tcb.congestion, cwnd: tcb.snd.mss, ssthresh, dupAcks: 0, recover: null, lost };
}

/** After an ECE: half of what is in flight, once for what was sent before (RFC 3168 §6.1.2); null where this one tells nothing new. */
export function afterEcho(tcb: Tcb, ack: Seq): Congestion | null {
  const reduced = tcb.agreed.ecn?.reduced ?? null;
  if (tcb.congestion.recover !== null || (reduced !== null && seqLe(ack, reduced))) return null;
  const ssthresh = halved(tcb);
  return { ...tcb.congestion, cwnd: Math.min(tcb.congestion.cwnd, ssthresh), ssthresh };
}

/** Into fast recovery (RFC 6582 §3.2, step 2); with SACK the holes behind the first are to be sent again as well. */
export function intoRecovery(tcb: Tcb, resent: Unacknowledged): Congestion {
  const ssthresh = halved(tcb);
  return {
    ...tcb.congestion,
    cwnd: ssthresh + 3 * tcb.snd.mss,
    ssthresh,
    recover: tcb.snd.nxt,
    lost: holesAfter(tcb, endOf(resent)),
  };
}

/** The span of octets that SACK shows to be missing from `from` on; null where it shows none. */
export function holesAfter({ snd }: Tcb, from: Seq): Congestion['lost'] {
  const highest = snd.sacked.at(-1);
  return highest !== undefined && seqLt(from, highest.left) ? { next: from, to: highest.left } : null;
}

/** The next queued segment that counts as lost and is not reported by SACK; null where there is none. */
export function nextLost(tcb: Tcb): Unacknowledged | null {
  const { lost, rack } = tcb.congestion;
  if (rack !== null) return tcb.queue.find((entry) => entry.loss === 'lost') ?? null;
  if (lost === null) return null;
  const missing = (entry: Unacknowledged) =>
    seqLe(lost.next, entry.seq) && seqLt(entry.seq, lost.to) && !hasArrived(tcb, entry);
  return tcb.queue.find(missing) ?? null;
}

/** Whether the congestion window lets the lost octets up to `end` be sent again. */
export function allows(tcb: Tcb, end: Seq): boolean {
  if (tcb.congestion.rack !== null) return roomInWindow(tcb, 0) > 0;
  return seqLe(end, seqAdd(tcb.snd.una, tcb.congestion.cwnd));
}
