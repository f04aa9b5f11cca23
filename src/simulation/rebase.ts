import { TIMERS, type Tcb, type Timers } from '../tcp/tcb.ts';

/** The endpoint as it is when the clock is set back by `ms`: every time that it has noted, its own timestamps' echoes too, is moved. */
export function rebased(tcb: Tcb, ms: number): Tcb {
  const { ts } = tcb.agreed;
  const earlier = (at: number | null) => (at === null ? null : at - ms);
  const timers: Timers = TIMERS.reduce((all, timer) => ({ ...all, [timer]: earlier(tcb.timers[timer]) }), tcb.timers);
  const moved = ts === null ? null : { ...ts, recent: (ts.recent - ms) >>> 0, recentAt: ts.recentAt - ms };
  const queue = tcb.queue.map((entry) => ({ ...entry, sentAt: entry.sentAt - ms, firstSentAt: entry.firstSentAt - ms }));
  return { ...tcb, timers, queue, answeredAt: earlier(tcb.answeredAt), challengedAt: earlier(tcb.challengedAt), agreed: { ...tcb.agreed, ts: moved } };
}
