import { quickened } from '../ack-pace.ts';
import type { Env } from '../env.ts';
import { ACK, ECE, FIN, RST, SYN, flagsOf, has, without } from '../flags.ts';
import { answerAck, challengeAck, limited } from '../reply.ts';
import type { ArrivalRule, Outcome } from '../rule.ts';
import { duplicateIn } from '../sack.ts';
import { segLen, type Segment } from '../segment.ts';
import { seqAdd, seqDiff, seqLe, seqLt } from '../seq.ts';
import type { Tcb, Unacknowledged } from '../tcb.ts';
import { sendAgain } from './again.ts';

const cite = 'RFC 9293 §3.10.7.4';

/** Table 6: whether any octet of the segment lies in the receive window. */
export function acceptable(tcb: Tcb, seg: Segment): boolean {
  const { nxt, wnd } = tcb.rcv;
  const edge = seqAdd(nxt, wnd);
  const length = segLen(seg);
  const inWindow = (at: typeof nxt) => seqLe(nxt, at) && seqLt(at, edge);
  if (wnd === 0) return length === 0 && seg.seq === nxt;
  return inWindow(seg.seq) || (length > 0 && inWindow(seqAdd(seg.seq, length - 1)));
}

/** The part of an acceptable segment that is inside the window: an old head and what is beyond the right edge are cut off. */
export function trimmed(tcb: Tcb, seg: Segment): Segment {
  const old = Math.max(0, seqDiff(tcb.rcv.nxt, seg.seq));
  const from = seqAdd(seg.seq, old);
  const room = seqDiff(seqAdd(tcb.rcv.nxt, tcb.rcv.wnd), from);
  const length = Math.min(seg.length - old, room);
  const finFits = seg.length - old < room;
  // The urgent pointer counts from the octet that SEQ names.
  const up = Math.max(0, seg.up - old);
  return { ...seg, seq: from, up, length, flags: finFits ? seg.flags : without(seg.flags, FIN) };
}

/** The SYN,ACK once more; its timer starts again. */
function synAckAgain(tcb: Tcb, front: Unacknowledged, env: Env): Outcome {
  const again = sendAgain(tcb, front, env);
  return { tcb: { ...again.tcb, timers: { ...again.tcb.timers, retransmission: env.now + tcb.rto.rto } }, effects: [again.effect] };
}

/** What comes before the sequence check where a SYN,ACK crosses another on its way (RFC 9293 §3.5, Figure 7). */
export const CROSSED_SYN_RULES: readonly ArrivalRule[] = [
  {
    // Figure 7, line 6: the SYN in it was seen before, its ACK was not.
    id: 'other.seq.crossed-syn-ack',
    state: 'SYN-RECEIVED',
    bit: SYN,
    cite: 'RFC 9293 §3.5, Figure 7, MUST-10',
    fire: (tcb, seg, env) => {
      const again = seg.seq === tcb.irs && has(seg.flags, SYN) && has(seg.flags, ACK) && !has(seg.flags, RST);
      if (env.profile.literalTable6 || tcb.state !== 'SYN-RECEIVED' || !again) return null;
      const owing: Tcb = env.profile.ackCrossedSynAck ? quickened({ ...tcb, rcv: { ...tcb.rcv, owed: 'now' } }, env) : tcb;
      // Beside a SYN, ECE tells of no congestion.
      return { tcb: owing, segment: { ...seg, seq: seqAdd(seg.seq, 1), flags: without(seg.flags, flagsOf(SYN, ECE)) } };
    },
  },
  {
    id: 'other.seq.repeated-syn',
    state: 'SYN-RECEIVED',
    bit: SYN,
    cite: 'RFC 9293 §3.10.7.4',
    fire: (tcb, seg, env) => {
      const front = tcb.queue[0];
      const bare = has(seg.flags, SYN) && !has(seg.flags, ACK) && !has(seg.flags, RST);
      const again = tcb.state === 'SYN-RECEIVED' && tcb.opened === 'passive' && bare && seg.seq === tcb.irs;
      if (env.profile.repeatedSyn === 'ack' || !again || front === undefined || !has(front.flags, SYN)) return null;
      return { ...limited(tcb, env, (noted) => synAckAgain(noted, front, env)), stop: true };
    },
  },
];

/** First, check sequence number: the rules of every state from SYN-RECEIVED on. */
export const SEQUENCE_RULES: readonly ArrivalRule[] = [
  {
    id: 'other.seq.unacceptable-rst',
    bit: RST,
    cite,
    fire: (tcb, seg) => (has(seg.flags, RST) && !acceptable(tcb, seg) ? { tcb, stop: true } : null),
  },
  {
    id: 'other.seq.repeated-fin',
    state: 'TIME-WAIT',
    bit: FIN,
    cite,
    fire: (tcb, seg, env) => {
      const again = has(seg.flags, FIN) && seqAdd(seg.seq, segLen(seg)) === tcb.rcv.nxt;
      if (tcb.state !== 'TIME-WAIT' || !again) return null;
      const answer = answerAck(tcb, env);
      const timers = { ...answer.tcb.timers, 'time-wait': env.now + 2 * env.profile.msl };
      return { tcb: { ...answer.tcb, timers }, effects: answer.effects, stop: true };
    },
  },
  {
    id: 'other.seq.duplicate',
    cite: 'RFC 2883 §4',
    fire: (tcb, seg, env) => {
      const told = env.profile.dsack && tcb.agreed.sack && seg.length > 0 && !has(seg.flags, SYN) && !has(seg.flags, RST);
      const duplicate = told ? duplicateIn(tcb, seg) : null;
      return duplicate === null ? null : { tcb: { ...tcb, rcv: { ...tcb.rcv, duplicate, owed: 'now' } } };
    },
  },
  {
    id: 'other.seq.old',
    bit: ACK,
    cite: 'RFC 9293 §3.10.7.4',
    fire: (tcb, seg, env) => {
      if (env.profile.ackOfOldSegment !== 'heed' || !has(seg.flags, ACK) || has(seg.flags, SYN) || has(seg.flags, RST)) return null;
      const old = seqLt(seg.seq, tcb.rcv.nxt) && seqLe(seqAdd(seg.seq, segLen(seg)), tcb.rcv.nxt);
      if (!old || tcb.state === 'SYN-RECEIVED' || tcb.state === 'TIME-WAIT') return null;
      // Its window is as old as its SEQ, and tells nothing.
      const wnd = tcb.snd.wnd >>> tcb.snd.shift;
      return {
        tcb: { ...tcb, rcv: { ...tcb.rcv, owed: 'now' } },
        segment: { ...seg, seq: tcb.rcv.nxt, length: 0, wnd, flags: without(seg.flags, FIN) },
      };
    },
  },
  {
    id: 'other.seq.zero-window',
    cite: 'RFC 9293 §3.10.7.4, MUST-66',
    fire: (tcb, seg) => {
      if (tcb.rcv.wnd > 0 || seg.seq !== tcb.rcv.nxt || segLen(seg) === 0 || has(seg.flags, SYN)) return null;
      return {
        tcb: { ...tcb, rcv: { ...tcb.rcv, owed: 'now' } },
        segment: { ...seg, length: 0, flags: without(seg.flags, FIN) },
      };
    },
  },
  {
    id: 'other.seq.unacceptable',
    cite,
    fire: (tcb, seg, env) => {
      if (acceptable(tcb, seg)) return null;
      // What occupies numbers is sent again until it is acknowledged: a limit would only make it come more often.
      const bare = segLen(seg) === 0 || has(seg.flags, SYN);
      return { ...(bare ? challengeAck(tcb, env) : answerAck(quickened(tcb, env), env)), stop: true };
    },
  },
];

/** What is outside the window is cut off an acceptable segment. */
export const TRIM_RULES: readonly ArrivalRule[] = [
  {
    id: 'other.seq.trim',
    cite,
    fire: (tcb, seg) => {
      // A RST or SYN is judged by the number that it really has (RFC 5961 §3.2, §4.2).
      if (segLen(seg) === 0 || has(seg.flags, RST) || has(seg.flags, SYN)) return null;
      const inside = trimmed(tcb, seg);
      return inside.seq === seg.seq && segLen(inside) === segLen(seg) ? null : { tcb, segment: inside };
    },
  },
];
