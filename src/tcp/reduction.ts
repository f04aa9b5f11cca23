import type { Env } from './env.ts';
import { segmentsInFlight, windowInSegments } from './in-flight.ts';
import type { Rack } from './rack.ts';
import { seqLe } from './seq.ts';
import type { Congestion, Tcb } from './tcb.ts';

/** What is left of the window after a loss, octets: a share of it, but two segments at least. */
function reduced(tcb: Tcb, { profile }: Env): number {
  return Math.max(2, Math.floor(windowInSegments(tcb) * profile.lossFactor)) * tcb.snd.mss;
}

/** Into recovery from a loss that was noticed: PRR begins to count (RFC 9937 §6). */
export function intoProportionalRecovery(tcb: Tcb, rack: Rack, env: Env): Congestion {
  const next: Rack = { ...rack, phase: 'recovery', until: tcb.snd.nxt, prior: windowInSegments(tcb), delivered: 0, out: 0, probe: null };
  return { ...tcb.congestion, ssthresh: reduced(tcb, env), rack: next };
}

/** After a retransmission timeout, once what is lost is marked: one segment more than is still in flight. */
export function afterLossTimeout(tcb: Tcb, rack: Rack, first: boolean, env: Env): Congestion {
  const again = rack.phase === 'loss' && !first && !seqLe(rack.until, tcb.snd.una);
  const next: Rack = { ...rack, phase: 'loss', until: tcb.snd.nxt, dupes: 0, timer: 'retransmission', reorderingAt: null, probe: null };
  const ssthresh = again ? tcb.congestion.ssthresh : reduced(tcb, env);
  return { ...tcb.congestion, ssthresh, cwnd: (segmentsInFlight(tcb, next) + 1) * tcb.snd.mss, rack: next };
}

/** Proportional rate reduction after `delivered` more segments have arrived (RFC 9937 §6.2). `moved`: SND.UNA has, and nothing more was found lost. */
export function proportional(tcb: Tcb, rack: Rack, delivered: number, moved: boolean): Congestion {
  const { congestion, snd } = tcb;
  if (delivered <= 0) return { ...congestion, rack };
  const threshold = Math.floor(congestion.ssthresh / snd.mss);
  const flight = segmentsInFlight(tcb, rack);
  const total = rack.delivered + delivered;
  const shrinking = Math.ceil((threshold * total) / Math.max(1, rack.prior)) - rack.out;
  const growing = Math.min(threshold - flight, Math.max(total - rack.out, delivered) + (moved ? 1 : 0));
  // The first retransmission goes out whatever the window is.
  const send = Math.max(flight > threshold ? shrinking : growing, rack.out > 0 ? 0 : 1);
  return { ...congestion, cwnd: (flight + send) * snd.mss, rack: { ...rack, delivered: total } };
}

/** In congestion avoidance, how many segments must be acknowledged for one more (RFC 9438 §4.3; for a half the window itself, RFC 5681 §3.1). */
function perSegment(window: number, factor: number): number {
  return Math.max(1, Math.floor((window * (1 + factor)) / (3 * (1 - factor))));
}

/** The window after `acked` more segments, where it was what limited the sender (RFC 5681 §3.1, RFC 7661 §4). */
export function grown(tcb: Tcb, rack: Rack, acked: number, { profile }: Env): Congestion {
  const { congestion, snd } = tcb;
  const window = windowInSegments(tcb);
  const threshold = Math.floor(congestion.ssthresh / snd.mss);
  const slow = window < threshold;
  if (!rack.limited && !(slow && window < 2 * rack.most)) return { ...congestion, rack };
  const after = slow ? Math.min(window + acked, threshold) : window;
  const towards = rack.towards + (slow ? acked - (after - window) : acked);
  const need = perSegment(after, profile.lossFactor);
  const more = after < threshold ? 0 : Math.floor(towards / need);
  return { ...congestion, cwnd: (after + more) * snd.mss, rack: { ...rack, towards: towards - more * need } };
}

/** What the sender remembers of how it used its window, whenever data has left (RFC 7661 §4.1). */
export function usageNoted(tcb: Tcb, { now }: Env): Tcb {
  const { rack } = tcb.congestion;
  if (rack === null) return tcb;
  const limited = segmentsInFlight(tcb, rack) >= windowInSegments(tcb);
  const most = tcb.queue.length;
  const fresh = seqLe(rack.usage, tcb.snd.una) || limited || (!rack.limited && most > rack.most);
  const next: Rack = fresh ? { ...rack, limited, most, usage: tcb.snd.nxt, sentAt: now } : { ...rack, sentAt: now };
  return { ...tcb, congestion: { ...tcb.congestion, rack: next } };
}

/** The window after silence: halved for each RTO without data sent, but not below the initial one (RFC 5681 §4.1). */
export function afterIdle(tcb: Tcb, initial: number, { now, profile }: Env): Tcb {
  const { rack, cwnd } = tcb.congestion;
  if (rack === null || !profile.restartAfterIdle || rack.sentAt === null || tcb.queue.length > 0 || cwnd <= initial) return tcb;
  const halvings = Math.floor((now - rack.sentAt) / Math.max(1, tcb.rto.rto));
  if (halvings < 1) return tcb;
  const segments = Math.floor(windowInSegments(tcb) / 2 ** Math.min(30, halvings));
  const ssthresh = Math.max(tcb.congestion.ssthresh, Math.floor((windowInSegments(tcb) * 3) / 4) * tcb.snd.mss);
  return { ...tcb, congestion: { ...tcb.congestion, ssthresh, cwnd: Math.max(initial, segments * tcb.snd.mss) } };
}
