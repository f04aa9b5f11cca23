import type { Env } from '../env.ts';
import { PROFILES } from '../profiles.ts';
import { segmentOf, type Segment } from '../segment.ts';
import { seq, seqAdd } from '../seq.ts';
import type { State } from '../state.ts';
import { NO_TIMERS, closedTcb, type Tcb } from '../tcb.ts';
import { flagsNamed, type FlagName } from '../flags.ts';

/** Test fixtures: an endpoint that chose ISS 100 and whose peer chose 300, at 10 s of simulated time. */
export const ENV: Env = { now: 10_000, profile: PROFILES.rfc9293, iss: seq(700), mss: 1460, sendBuffer: null, fastOpen: null, delayedAck: 0, keepAlive: null, userTimeout: null };

/** The window that the fixture offers, octets. */
export const WND = 1000;

/** A segment as the peer would send it: `seg('FIN,ACK', 301, 101)`; no flags as an empty string. */
export function seg(flags: string, at: number, ack = 0, rest: Partial<Segment> = {}): Segment {
  const names = flags.split(',').filter((name): name is FlagName => name !== '');
  return segmentOf({ ...rest, flags: flagsNamed(names), seq: seq(at), ack: seq(ack), wnd: rest.wnd ?? 4000 });
}

/** LISTEN after a passive OPEN. */
export function listening(): Tcb {
  return { ...closedTcb(WND), state: 'LISTEN' };
}

/** SYN-SENT: SYN 100 is on the queue since 9.9 s. */
export function synSent(): Tcb {
  const base = closedTcb(WND);
  return {
    ...base,
    state: 'SYN-SENT',
    opened: 'active',
    iss: seq(100),
    snd: { ...base.snd, una: seq(100), nxt: seq(101) },
    queue: [{ seq: seq(100), length: 0, flags: flagsNamed(['SYN']), sentAt: 9900, firstSentAt: 9900, transmissions: 1 }],
    rto: { srtt: null, rttvar: 0, rto: 1000 },
    timers: { ...NO_TIMERS, retransmission: 10_900 },
  };
}

/** SYN-RECEIVED: SYN,ACK 100 is on the queue since 9.9 s; opened passively unless told otherwise. */
export function synReceived(opened: Tcb['opened'] = 'passive'): Tcb {
  const sent = synSent();
  return {
    ...sent,
    state: 'SYN-RECEIVED',
    opened,
    irs: seq(300),
    snd: { ...sent.snd, wl1: seq(300) },
    rcv: { ...sent.rcv, nxt: seq(301) },
    queue: sent.queue.map((entry) => ({ ...entry, flags: flagsNamed(['SYN', 'ACK']) })),
  };
}

/** A connection past its handshake, in any state from ESTABLISHED on: our FIN is sent where the state says so. */
export function synchronized(state: State): Tcb {
  const base = closedTcb(WND);
  const finSent = state === 'FIN-WAIT-1' || state === 'FIN-WAIT-2' || state === 'CLOSING' || state === 'LAST-ACK' || state === 'TIME-WAIT';
  const finAcked = state === 'FIN-WAIT-2' || state === 'TIME-WAIT';
  const finReceived = state === 'CLOSE-WAIT' || state === 'CLOSING' || state === 'LAST-ACK' || state === 'TIME-WAIT';
  const una = finAcked ? seq(102) : seq(101);
  const fin = { seq: seq(101), length: 0, flags: flagsNamed(['FIN', 'ACK']), sentAt: 9900, firstSentAt: 9900, transmissions: 1 };
  const queue = finSent && !finAcked ? [fin] : [];
  return {
    ...base,
    state,
    opened: 'active',
    iss: seq(100),
    irs: seq(300),
    snd: {
      ...base.snd, una, nxt: finSent ? seq(102) : seq(101), wnd: 4000, maxWnd: 4000,
      wl1: seq(300), wl2: seq(101), mss: 1460, fin: finSent ? 'sent' : 'no',
    },
    rcv: { ...base.rcv, nxt: seqAdd(seq(301), finReceived ? 1 : 0) },
    queue,
    congestion: { ...base.congestion, cwnd: 4380 },
    rto: { srtt: 100, rttvar: 50, rto: 1000 },
    timers: { ...NO_TIMERS, retransmission: queue.length > 0 ? 10_900 : null, 'time-wait': state === 'TIME-WAIT' ? 240_000 : null },
  };
}
