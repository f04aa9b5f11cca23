import { tellsCongestion } from '../ecn.ts';
import type { Env } from '../env.ts';
import { hasArrived, withRack } from '../in-flight.ts';
import { delivered, detectLoss, firstLost, isAcked } from '../loss-detection.ts';
import type { Rack } from '../rack.ts';
import { grown, intoProportionalRecovery, proportional } from '../reduction.ts';
import type { ArrivalRule } from '../rule.ts';
import { sackedAfter } from '../sack.ts';
import type { Segment } from '../segment.ts';
import { seqLe, seqLt, seqMax } from '../seq.ts';
import type { Tcb, Unacknowledged } from '../tcb.ts';
import { isDuplicate } from './duplicate.ts';

/** What an ACK delivers, before SND.UNA moves: the TCB as it will be, what is known of losses, and how many segments. */
interface Delivery {
  readonly tcb: Tcb;
  readonly rack: Rack;
  readonly count: number;
  readonly moved: boolean;
  readonly duplicate: boolean;
}

/** Duplicate ACKs without SACK: each stands for a segment that arrived; an ACK that moves on has counted them before. */
function withoutSack(rack: Rack, acked: number, duplicate: boolean): { readonly dupes: number; readonly count: number } {
  if (duplicate) return { dupes: rack.dupes + 1, count: 1 };
  if (acked === 0) return { dupes: rack.dupes, count: 0 };
  return { dupes: Math.max(0, rack.dupes - (acked - 1)), count: Math.max(1, acked - rack.dupes) };
}

function delivery(tcb: Tcb, known: Rack, seg: Segment, env: Env): Delivery {
  const una = seqMax(tcb.snd.una, seg.ack);
  const sacked = tcb.agreed.sack ? sackedAfter(tcb.snd.sacked, seg.options.sack ?? [], una, tcb.snd.nxt) : [];
  const next: Tcb = { ...tcb, snd: { ...tcb.snd, una, sacked } };
  const highest = tcb.snd.sacked.at(-1)?.right ?? null;
  const left: Unacknowledged[] = [];
  let rack = known;
  let count = 0;
  let acked = 0;
  for (const entry of tcb.queue) {
    const gone = isAcked(entry, una);
    const arrived = gone || hasArrived(next, entry);
    if (gone) acked += 1;
    if (arrived && !hasArrived(tcb, entry)) {
      count += 1;
      rack = delivered(rack, entry, highest, tcb.snd.mss, env);
    }
    if (!gone) left.push(arrived && entry.loss !== undefined ? unmarked(entry) : entry);
  }
  const moved = seqLt(tcb.snd.una, una);
  if (tcb.agreed.sack) return { tcb: { ...next, queue: left }, rack, count, moved, duplicate: false };
  const duplicate = isDuplicate(tcb, seg);
  const bare = withoutSack(rack, acked, duplicate);
  return { tcb: { ...next, queue: left }, rack: { ...rack, dupes: bare.dupes }, count: bare.count, moved, duplicate };
}

function unmarked({ loss: _loss, ...entry }: Unacknowledged): Unacknowledged {
  return entry;
}

/** The phase that ends because everything up to its end is acknowledged; without SACK recovery holds until something above is (RFC 6582 §3.2). */
function left(tcb: Tcb, rack: Rack): Tcb {
  const held = rack.phase === 'recovery' && !tcb.agreed.sack && rack.until === tcb.snd.una && tcb.queue.length > 0;
  if (rack.phase === 'open' || !seqLe(rack.until, tcb.snd.una) || held) return withRack(tcb, rack);
  const cwnd = rack.phase === 'recovery' ? tcb.congestion.ssthresh : tcb.congestion.cwnd;
  const dupes = rack.phase === 'recovery' ? 0 : rack.dupes;
  return { ...tcb, congestion: { ...tcb.congestion, cwnd, rack: { ...rack, phase: 'open', dupes } } };
}

/** The queue with what is lost marked, by time or by duplicate ACKs. */
function marked({ tcb, count, moved }: Delivery, rack: Rack, env: Env): { readonly queue: readonly Unacknowledged[]; readonly at: number | null } {
  if (tcb.agreed.sack) return count > 0 ? detectLoss(tcb, rack, env) : { queue: tcb.queue, at: rack.reorderingAt };
  const evident = rack.phase === 'recovery' ? moved : rack.phase !== 'loss' && rack.dupes >= rack.reordering;
  return { queue: evident ? firstLost(tcb.queue) : tcb.queue, at: null };
}

function lossesIn(queue: readonly Unacknowledged[]): number {
  return queue.filter((entry) => entry.loss === 'lost').length;
}

/** What the probe of a tail told: answered by what was sent before it, it was not needed. */
function probed(rack: Rack, una: Tcb['snd']['una']): Rack {
  return rack.probe !== null && seqLe(rack.probe.end, una) ? { ...rack, probe: null } : rack;
}

function judged(arrived: Delivery, seg: Segment, env: Env): Tcb {
  const entered = left(arrived.tcb, probed(arrived.rack, arrived.tcb.snd.una));
  const known = entered.congestion.rack ?? arrived.rack;
  // In order again: what duplicate ACKs stood for is acknowledged.
  const settled = !entered.agreed.sack && arrived.moved && (known.phase === 'open' || known.phase === 'disorder') ? { ...known, dupes: 0 } : known;
  const { queue, at } = marked({ ...arrived, tcb: entered }, settled, env);
  const found = lossesIn(queue) > lossesIn(entered.queue);
  const rack = { ...settled, reorderingAt: at };
  const next = withRack({ ...entered, queue }, rack);
  const recovers = rack.phase === 'recovery' || (lossesIn(queue) > 0 && rack.phase !== 'loss');
  if (recovers) {
    const congestion = rack.phase === 'recovery' ? next.congestion : intoProportionalRecovery(next, rack, env);
    return { ...next, congestion: proportional({ ...next, congestion }, congestion.rack ?? rack, arrived.count, arrived.moved && !found) };
  }
  const disorder = rack.dupes > 0 || queue.some((entry) => entry.loss !== undefined || hasArrived(next, entry));
  const phase = rack.phase === 'loss' ? rack.phase : disorder ? ('disorder' as const) : ('open' as const);
  const until = phase === rack.phase ? rack.until : next.snd.nxt;
  const calm = { ...rack, phase, until };
  const grows = arrived.moved && arrived.count > 0 && !tellsCongestion(next, seg);
  return grows ? { ...next, congestion: grown(next, calm, arrived.count, env) } : withRack(next, calm);
}

/** What an ACK tells of losses where they are found by time, asked before it moves SND.UNA. */
export const LOSS_RULES: readonly ArrivalRule[] = [
  {
    id: 'other.ack.delivered',
    cite: 'RFC 8985 §6.2; RFC 9937 §6.2; RFC 9293 §3.8.2, MAY-18',
    fire: (tcb, seg, env) => {
      const { rack } = tcb.congestion;
      if (rack === null || tcb.queue.length === 0) return null;
      const after = judged(delivery(tcb, rack, seg, env), seg, env);
      const { una } = tcb.snd;
      // SND.UNA moves, and the queue becomes shorter, by the rule for new ACKs.
      const gone = tcb.queue.length - after.queue.length;
      return { tcb: { ...tcb, snd: { ...tcb.snd, una, sacked: after.snd.sacked }, queue: [...tcb.queue.slice(0, gone), ...after.queue], congestion: after.congestion } };
    },
  },
];
