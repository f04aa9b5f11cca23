import { ACK, RST, SYN, has } from '../flags.ts';
import { answerAck } from '../reply.ts';
import type { ArrivalRule } from '../rule.ts';
import { seqGt, seqLe } from '../seq.ts';
import type { Tcb, TimestampState } from '../tcb.ts';

/** TS.Recent holds for 24 days; an older one may be from before the clock wrapped (RFC 7323 §5.5). */
const STALE_AFTER = 24 * 24 * 60 * 60 * 1000;

/** Whether timestamp `a` is before `b`, modulo 2³² (RFC 7323 §5.2). */
function before(a: number, b: number): boolean {
  return ((a - b) | 0) < 0;
}

function withRecent(tcb: Tcb, ts: TimestampState, recent: number, now: number): Tcb {
  return { ...tcb, agreed: { ...tcb.agreed, ts: { ...ts, recent, recentAt: now } } };
}

/** What timestamps add before the sequence check (RFC 7323 §5.3, R1). */
export const TIMESTAMP_RULES: readonly ArrivalRule[] = [
  {
    id: 'other.ts.missing',
    cite: 'RFC 7323 §3.2',
    fire: (tcb, seg, env) => {
      if (env.profile.missingTimestamps === 'take') return null;
      const missing = tcb.agreed.ts !== null && seg.options.ts === undefined && !has(seg.flags, RST);
      return missing ? { tcb, stop: true } : null;
    },
  },
  {
    id: 'other.ts.paws',
    cite: 'RFC 7323 §5.3 R1',
    fire: (tcb, seg, env) => {
      const { ts } = tcb.agreed;
      if (ts === null || seg.options.ts === undefined || has(seg.flags, RST) || has(seg.flags, SYN)) return null;
      const old = before(seg.options.ts.val, ts.recent) && env.now - ts.recentAt < STALE_AFTER;
      return old ? { ...answerAck(tcb, env), stop: true } : null;
    },
  },
];

/** What they add behind it, before an old head is cut off: TS.Recent (RFC 7323 §5.3, R2 and R3). */
export const TS_RECENT_RULES: readonly ArrivalRule[] = [
  {
    id: 'other.ts.recent',
    cite: 'RFC 7323 §4.3',
    fire: (tcb, seg, env) => {
      const { ts } = tcb.agreed;
      const came = seg.options.ts;
      if (ts === null || came === undefined || !has(seg.flags, ACK) || came.val === ts.recent) return null;
      // Where such an ACK is dropped, nothing of it counts.
      if (env.profile.ackBeyond === 'drop' && seqGt(seg.ack, tcb.snd.nxt)) return null;
      const inOrder = seqLe(seg.seq, ts.lastAckSent) && !before(came.val, ts.recent);
      return inOrder ? { tcb: withRecent(tcb, ts, came.val, env.now) } : null;
    },
  },
];
