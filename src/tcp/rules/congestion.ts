import { afterEcho, intoRecovery } from '../congestion.ts';
import { tellsCongestion, windowReduced } from '../ecn.ts';
import { ECE } from '../flags.ts';
import type { ArrivalRule } from '../rule.ts';
import { sackedAfter } from '../sack.ts';
import type { Segment } from '../segment.ts';
import { seqAdd, seqDiff, seqLt } from '../seq.ts';
import type { Congestion, Tcb } from '../tcb.ts';
import { sendAgain } from './again.ts';
import { isDuplicate } from './duplicate.ts';

/** How many duplicate ACKs mean a loss (RFC 5681 §3.2). */
const DUPLICATES = 3;

/** Octets of data that the ACK is the first to cover; SYN and FIN do not grow the window. */
function newlyAcked(tcb: Tcb, seg: Segment): number {
  const covered = Math.max(0, seqDiff(seg.ack, tcb.snd.una));
  const syn = tcb.snd.una === tcb.iss ? 1 : 0;
  const fin = tcb.snd.fin === 'sent' && seg.ack === tcb.snd.nxt ? 1 : 0;
  return Math.max(0, covered - syn - fin);
}

function withCongestion(tcb: Tcb, congestion: Partial<Congestion>): Tcb {
  return { ...tcb, congestion: { ...tcb.congestion, ...congestion } };
}

/** A rule that speaks only of hosts that find losses by counting duplicate ACKs. */
function byDuplicates(rule: ArrivalRule): ArrivalRule {
  return { ...rule, fire: (tcb, seg, env) => (tcb.congestion.rack === null ? rule.fire(tcb, seg, env) : null) };
}

/** What an ACK reports, and what it echoes. */
const REPORTS: readonly ArrivalRule[] = [
  {
    id: 'other.ack.sack',
    cite: 'RFC 2018 §5, RFC 6675 §4',
    fire: (tcb, seg) => {
      if (!tcb.agreed.sack || seg.options.sack === undefined) return null;
      const sacked = sackedAfter(tcb.snd.sacked, seg.options.sack, tcb.snd.una, tcb.snd.nxt);
      return { tcb: { ...tcb, snd: { ...tcb.snd, sacked } } };
    },
  },
  {
    id: 'other.ack.ecn-echo',
    bit: ECE,
    cite: 'RFC 3168 §6.1.2',
    fire: (tcb, seg) => {
      const congestion = tellsCongestion(tcb, seg) ? afterEcho(tcb, seg.ack) : null;
      return congestion === null ? null : { tcb: windowReduced({ ...tcb, congestion }) };
    },
  },
];

/** What an ACK does to the window of a host that counts duplicate ACKs. */
const NEW_RENO: readonly ArrivalRule[] = [
  // Avoidance stands first: it never brings the window back below the threshold, so only one of the two fires.
  {
    id: 'other.ack.avoidance',
    cite: 'RFC 5681 §3.1; RFC 9293 §3.8.2, MUST-19',
    fire: (tcb, seg) => {
      const { cwnd, ssthresh, recover } = tcb.congestion;
      if (newlyAcked(tcb, seg) === 0 || recover !== null || cwnd < ssthresh || tellsCongestion(tcb, seg)) return null;
      const more = Math.max(1, Math.floor((tcb.snd.mss * tcb.snd.mss) / cwnd));
      return { tcb: withCongestion(tcb, { cwnd: cwnd + more, dupAcks: 0 }) };
    },
  },
  {
    id: 'other.ack.slow-start',
    cite: 'RFC 5681 §3.1; RFC 9293 §3.8.2, MUST-19',
    fire: (tcb, seg) => {
      const { cwnd, ssthresh, recover } = tcb.congestion;
      const acked = newlyAcked(tcb, seg);
      if (acked === 0 || recover !== null || cwnd >= ssthresh || tellsCongestion(tcb, seg)) return null;
      return { tcb: withCongestion(tcb, { cwnd: cwnd + Math.min(acked, tcb.snd.mss), dupAcks: 0 }) };
    },
  },
  {
    id: 'other.ack.recovered',
    cite: 'RFC 6582 §3.2',
    fire: (tcb, seg) => {
      const { recover, ssthresh } = tcb.congestion;
      if (recover === null || newlyAcked(tcb, seg) === 0 || seqLt(seg.ack, recover)) return null;
      const flight = seqDiff(tcb.snd.nxt, seg.ack);
      const cwnd = Math.min(ssthresh, Math.max(flight, tcb.snd.mss) + tcb.snd.mss);
      return { tcb: withCongestion(tcb, { cwnd, dupAcks: 0, recover: null, lost: null }) };
    },
  },
  {
    id: 'other.ack.partial',
    cite: 'RFC 6582 §3.2',
    fire: (tcb, seg) => {
      const { recover, cwnd, lost } = tcb.congestion;
      const acked = newlyAcked(tcb, seg);
      if (recover === null || acked === 0) return null;
      const deflated = Math.max(tcb.snd.mss, cwnd - acked + (acked >= tcb.snd.mss ? tcb.snd.mss : 0));
      // The segment at the new SND.UNA is missing too, unless it went out again already.
      const known = lost !== null && seqLt(seg.ack, lost.to);
      return { tcb: withCongestion(tcb, { cwnd: deflated, lost: known ? lost : { next: seg.ack, to: seqAdd(seg.ack, 1) } }) };
    },
  },
  {
    id: 'other.ack.duplicate',
    cite: 'RFC 5681 §3.2',
    fire: (tcb, seg) => {
      if (!isDuplicate(tcb, seg)) return null;
      const { dupAcks, recover, cwnd } = tcb.congestion;
      return { tcb: withCongestion(tcb, { dupAcks: dupAcks + 1, cwnd: recover === null ? cwnd : cwnd + tcb.snd.mss }) };
    },
  },
  {
    id: 'other.ack.fast-retransmit',
    cite: 'RFC 5681 §3.2, RFC 6582 §3.2',
    fire: (tcb, seg, env) => {
      const front = tcb.queue[0];
      const { dupAcks, recover, lost } = tcb.congestion;
      if (!isDuplicate(tcb, seg) || front === undefined || dupAcks !== DUPLICATES || recover !== null || lost !== null) return null;
      const again = sendAgain(tcb, front, env);
      const timers = { ...again.tcb.timers, retransmission: env.now + tcb.rto.rto };
      return { tcb: windowReduced({ ...again.tcb, timers, congestion: intoRecovery(tcb, front) }), effects: [again.effect] };
    },
  },
];

/** What an ACK does to the congestion window, asked before it moves SND.UNA. */
export const CONGESTION_RULES: readonly ArrivalRule[] = [...REPORTS, ...NEW_RENO.map(byDuplicates)];
