import type { Env } from './env.ts';
import { hasArrived } from './in-flight.ts';
import type { Rack } from './rack.ts';
import { endOf } from './retransmission.ts';
import { seqGt, seqLe, seqLt, type Seq } from './seq.ts';
import type { Tcb, Unacknowledged } from './tcb.ts';

/** How long a timer waits beyond what it waits for, ms: timers are no finer. */
const TIMER_SLACK = 2;

/** How long after a later segment an earlier one may still arrive, ms (RFC 8985 §6.2, step 4): nothing once a loss is evident and nothing was ever reordered. */
function reorderingWindow(tcb: Tcb, rack: Rack): number {
  const arrived = tcb.queue.filter((entry) => hasArrived(tcb, entry)).length;
  const evident = rack.phase === 'recovery' || rack.phase === 'loss' || arrived >= rack.reordering;
  if (evident && !rack.reordered) return 0;
  return Math.min((rack.minRtt ?? 0) / 4, (tcb.rto.srtt ?? 0));
}

/**
 * Whether `entry` was sent before the newest segment that was delivered. Of what left in one instant the lower number went
 * first, but what went again may have gone last: of that nothing is known yet.
 */
function sentBefore(entry: Unacknowledged, { newest }: Rack): boolean {
  if (newest === null) return false;
  return entry.sentAt < newest.sentAt || (entry.sentAt === newest.sentAt && entry.transmissions === 1 && seqLt(endOf(entry), newest.end));
}

/** How long after now a segment counts as lost if nothing is heard of it, ms; 0 or less: now. */
function remaining(entry: Unacknowledged, rack: Rack, wait: number, { now }: Env): number {
  return entry.sentAt + rack.rtt + wait - now;
}

/** The queue with what is lost by now marked, and when the next of what waits will be, ms (RFC 8985 §6.2, step 5). */
export function detectLoss(tcb: Tcb, rack: Rack, env: Env): { readonly queue: readonly Unacknowledged[]; readonly at: number | null } {
  const wait = reorderingWindow(tcb, rack);
  let longest = 0;
  const queue = tcb.queue.map((entry) => {
    if (entry.loss === 'lost' || hasArrived(tcb, entry) || !sentBefore(entry, rack)) return entry;
    const left = remaining(entry, rack, wait, env);
    if (left <= 0) return { ...entry, loss: 'lost' as const };
    longest = Math.max(longest, left);
    return entry;
  });
  return { queue, at: longest > 0 ? env.now + longest + TIMER_SLACK : null };
}

/** Without SACK: the first segment is lost by enough duplicate ACKs, and in recovery by each ACK that moves on to it (RFC 6582). */
export function firstLost(queue: readonly Unacknowledged[]): readonly Unacknowledged[] {
  const [first, ...rest] = queue;
  return first === undefined || first.loss === 'lost' ? queue : [{ ...first, loss: 'lost' }, ...rest];
}

/** After a retransmission timeout: what was sent too recently for its answer to be overdue is not lost yet, all else is (RFC 8985 §6.3). */
export function overdue(tcb: Tcb, rack: Rack, env: Env): readonly Unacknowledged[] {
  return tcb.queue.map((entry, index) => {
    const waits = index > 0 && remaining(entry, rack, 0, env) > 0;
    return waits || hasArrived(tcb, entry) ? entry : { ...entry, loss: 'lost' as const };
  });
}

/** What a segment that has been delivered, acknowledged or reported, tells of the round trip and of the order (RFC 8985 §6.2, steps 1 to 3). */
export function delivered(rack: Rack, entry: Unacknowledged, highest: Seq | null, mss: number, { now }: Env): Rack {
  const rtt = now - entry.sentAt;
  const again = entry.transmissions > 1;
  // An answer sooner than ever before is one to the first transmission.
  if (again && rack.minRtt !== null && rtt < rack.minRtt) return rack;
  const end = endOf(entry);
  const { newest } = rack;
  const later = newest === null || entry.sentAt > newest.sentAt || (entry.sentAt === newest.sentAt && seqGt(end, newest.end));
  const reordered = !again && highest !== null && seqLt(entry.seq, highest);
  const degree = reordered ? Math.ceil(((highest - entry.seq) | 0) / mss) : 0;
  return {
    ...rack,
    rtt,
    minRtt: again ? rack.minRtt : Math.min(rack.minRtt ?? Infinity, rtt),
    newest: later ? { sentAt: entry.sentAt, end } : newest,
    reordering: Math.max(rack.reordering, degree),
    reordered: rack.reordered || reordered,
  };
}

/** Whether a queued segment is acknowledged by `una`. */
export function isAcked(entry: Unacknowledged, una: Seq): boolean {
  return seqLe(endOf(entry), una);
}
