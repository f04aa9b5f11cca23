import type { Congestion, RtoState, Tcb, Timers, Unacknowledged } from '../../tcp/tcb.ts';

/** All of an exploration happens at this time, ms: what is late and what is early is a matter of order. */
export const THE_TIME = 0;

const NO_RTT: RtoState = { srtt: null, rttvar: 0, rto: 1000 };

function running(timers: Timers): Timers {
  const at = (time: number | null) => (time === null ? null : THE_TIME);
  return {
    retransmission: at(timers.retransmission),
    'time-wait': at(timers['time-wait']),
    'delayed-ack': at(timers['delayed-ack']),
    persist: at(timers.persist),
    'keep-alive': at(timers['keep-alive']),
    user: at(timers.user),
  };
}

function once({ loss: _loss, ...entry }: Unacknowledged): Unacknowledged {
  return { ...entry, sentAt: THE_TIME, firstSentAt: THE_TIME, transmissions: 1 };
}

/** A window that never holds back the few octets of an exploration. */
const WIDE: Congestion = { cwnd: 0xffff, ssthresh: 0xffff, dupAcks: 0, recover: null, lost: null, rack: null };

/**
 * The endpoint with what only tells of times and counts set back: round-trip times, when timers expire, how often something was sent,
 * congestion, limits of rate. Two endpoints that are equal then do the same, sooner or later: a timer that runs may expire at any moment.
 */
export function timeless(tcb: Tcb): Tcb {
  // Users read at once, so that every segment offers the same window: from which one SND.WND came does not count.
  const alike = tcb.snd.wnd > 0 && tcb.snd.wnd === tcb.snd.maxWnd;
  return {
    ...tcb,
    snd: alike ? { ...tcb.snd, wl1: tcb.irs, wl2: tcb.iss } : tcb.snd,
    queue: tcb.queue.map(once),
    rto: tcb.rto.rto === 0 ? tcb.rto : NO_RTT,
    congestion: tcb.congestion.cwnd === 0 ? tcb.congestion : { ...tcb.congestion, ...WIDE },
    answeredAt: null,
    probed: 0,
    persisted: 0,
    challengedAt: null,
    timers: running(tcb.timers),
  };
}
