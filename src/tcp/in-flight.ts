import type { Rack } from './rack.ts';
import { endOf } from './retransmission.ts';
import { isSacked } from './sack.ts';
import type { Tcb, Unacknowledged } from './tcb.ts';

/** Whether SACK reports a queued segment as arrived. */
export function hasArrived({ snd }: Tcb, entry: Unacknowledged): boolean {
  return snd.sacked.length > 0 && isSacked(snd.sacked, entry.seq, endOf(entry));
}

/** Segments in the network: sent, not acknowledged, not reported by SACK or by a duplicate ACK, and not lost (RFC 6675 §4, SetPipe). */
export function segmentsInFlight(tcb: Tcb, { dupes }: Rack): number {
  let count = -dupes;
  for (const entry of tcb.queue) if (entry.loss !== 'lost' && !hasArrived(tcb, entry)) count += 1;
  return Math.max(0, count);
}

/** The congestion window in whole segments. */
export function windowInSegments({ congestion, snd }: Tcb): number {
  return Math.floor(congestion.cwnd / snd.mss);
}

/** How many more octets the congestion window lets out: whole segments beyond those in flight where these are counted. */
export function roomInWindow(tcb: Tcb, flight: number): number {
  const { rack, cwnd } = tcb.congestion;
  return rack === null ? cwnd - flight : (windowInSegments(tcb) - segmentsInFlight(tcb, rack)) * tcb.snd.mss;
}

/** What is known of losses once another segment has left, new or again: PRR counts it. */
export function counted(tcb: Tcb): Tcb {
  const { rack } = tcb.congestion;
  if (rack?.phase !== 'recovery') return tcb;
  return withRack(tcb, { ...rack, out: rack.out + 1 });
}

/** The TCB with what is known of its losses. */
export function withRack(tcb: Tcb, rack: Rack): Tcb {
  return { ...tcb, congestion: { ...tcb.congestion, rack } };
}
