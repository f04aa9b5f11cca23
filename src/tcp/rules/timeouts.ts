import { afterTimeout } from '../congestion.ts';
import { ECN_GIVEN_UP, offersEcn, windowReduced } from '../ecn.ts';
import { ACK, RST, SYN, flagsOf, has } from '../flags.ts';
import type { Profile } from '../profile.ts';
import { emit, segmentFrom } from '../reply.ts';
import { backedOff } from '../retransmission.ts';
import type { Rule } from '../rule.ts';
import { seqAdd } from '../seq.ts';
import { forgotten, type Tcb, type TimerName, type Unacknowledged } from '../tcb.ts';
import type { TIMEOUTS } from '../timeout.ts';
import { sendAgain } from './again.ts';
import { LOSS_TIMEOUT_RULES, retransmitOverdue } from './loss-timeouts.ts';
import { sendData } from './output.ts';

type Timeout = (typeof TIMEOUTS)[TimerName];

/** Nothing is outstanding: only then may probes be sent (RFC 9293 §3.8.4, MUST-26). */
function idle(tcb: Tcb): boolean {
  return tcb.queue.length === 0;
}

/** Data waits for a window that the peer has closed. */
function closed({ queue, snd }: Tcb): boolean {
  return queue.length === 0 && snd.unsent > 0 && snd.wnd === 0;
}

/** R2: how long a queued segment is retransmitted, ms (RFC 9293 §3.8.3). */
function r2For({ flags }: Unacknowledged, { r2Syn, r2SynAck, r2 }: Profile): number {
  if (!has(flags, SYN)) return r2;
  return has(flags, ACK) ? r2SynAck : r2Syn;
}

/** RETRANSMISSION TIMEOUT, TIME-WAIT TIMEOUT, and the end of a delayed ACK. */
export const TIMEOUT_RULES: readonly Rule<Timeout>[] = [
  {
    id: 'timeout.user',
    cite: 'RFC 9293 §3.10.8',
    fire: (tcb, event) => {
      if (event.type !== 'USER TIMEOUT' || tcb.state === 'CLOSED') return null;
      return { tcb: forgotten(tcb), effects: [{ type: 'tell', signal: 'connection aborted due to user timeout' }], stop: true };
    },
  },
  {
    // Without data (SHLD-12).
    id: 'timeout.keep-alive',
    cite: 'RFC 9293 §3.8.4, MAY-5',
    fire: (tcb, event, env) => {
      const { keepAlive } = env;
      if (event.type !== 'KEEP-ALIVE TIMEOUT' || keepAlive === null || !idle(tcb) || tcb.probed >= keepAlive.probes) return null;
      // One octet before SND.NXT is outside the peer's window, so that the peer has to answer.
      const probe = segmentFrom(tcb, env, ACK, seqAdd(tcb.snd.nxt, -1), 0);
      const timers = { ...tcb.timers, 'keep-alive': env.now + keepAlive.interval };
      return { tcb: { ...tcb, timers, probed: tcb.probed + 1 }, effects: [emit(probe)], stop: true };
    },
  },
  {
    // Only when all probes in a row stayed unanswered (MUST-29).
    id: 'timeout.keep-alive-unanswered',
    cite: 'RFC 9293 §3.8.4',
    fire: (tcb, event, env) => {
      if (event.type !== 'KEEP-ALIVE TIMEOUT' || env.keepAlive === null || !idle(tcb)) return null;
      const rst = segmentFrom(tcb, env, flagsOf(RST, ACK), tcb.snd.nxt, 0);
      return { tcb: forgotten(tcb), effects: [emit(rst), { type: 'tell', signal: 'connection aborted due to user timeout' }], stop: true };
    },
  },
  ...LOSS_TIMEOUT_RULES,
  {
    // A SYN like anything else, but by its own R2 (MUST-22).
    id: 'timeout.give-up',
    cite: 'RFC 9293 §3.8.3, MUST-20',
    fire: (tcb, event, env) => {
      const front = tcb.queue[0];
      // Where the user has set R2 for the connection, the user timer knows it (MUST-21).
      if (event.type !== 'RETRANSMISSION TIMEOUT' || front === undefined || env.userTimeout !== null) return null;
      const since = Math.max(front.firstSentAt, tcb.answeredAt ?? 0);
      if (env.now - since < r2For(front, env.profile)) return null;
      return {
        tcb: forgotten(tcb),
        effects: [{ type: 'tell', signal: 'connection aborted due to user timeout' }],
        stop: true,
      };
    },
  },
  {
    // Once for each segment that is sent again so often, a SYN too.
    id: 'timeout.trouble',
    cite: 'RFC 9293 §3.8.3, SHLD-9',
    fire: (tcb, event, env) => {
      const front = tcb.queue[0];
      if (event.type !== 'RETRANSMISSION TIMEOUT' || front === undefined || front.transmissions !== env.profile.r1) return null;
      // A peer that only keeps its window closed is no trouble.
      const answered = tcb.answeredAt !== null && tcb.answeredAt >= front.firstSentAt;
      return answered ? null : { tcb, effects: [{ type: 'tell', signal: 'delivery problem' }] };
    },
  },
  {
    // Whole, whatever the window has become since (SHLD-16, MAY-7).
    id: 'timeout.retransmit',
    cite: 'RFC 9293 §3.10.8, RFC 6298 §5.4',
    fire: (tcb, event, env) => {
      const front = tcb.queue[0];
      if (event.type !== 'RETRANSMISSION TIMEOUT' || front === undefined) return null;
      const { rack } = tcb.congestion;
      if (rack !== null && !has(front.flags, SYN)) return retransmitOverdue(tcb, rack, env);
      const again = sendAgain(tcb, front, env);
      const rto = backedOff(tcb.rto, front, env.profile);
      const timers = { ...again.tcb.timers, retransmission: env.now + rto.rto };
      const sent = { ...again.tcb, rto, timers };
      if (!has(front.flags, SYN)) return { tcb: windowReduced({ ...sent, congestion: afterTimeout(tcb, front) }), effects: [again.effect], stop: true };
      const givenUp = tcb.state === 'SYN-SENT' && offersEcn(front.transmissions - 1, env) && !offersEcn(front.transmissions, env);
      return { tcb: sent, effects: [again.effect], ...(givenUp ? { and: [ECN_GIVEN_UP.id] } : {}), stop: true };
    },
  },
  {
    id: 'timeout.time-wait',
    cite: 'RFC 9293 §3.10.8',
    fire: (tcb, event) => {
      const over = event.type === 'TIME-WAIT TIMEOUT' && tcb.state === 'TIME-WAIT';
      return over ? { tcb: forgotten(tcb), stop: true } : null;
    },
  },
  {
    id: 'timeout.fin-wait-2',
    cite: 'RFC 9293 §3.3.2',
    fire: (tcb, event) => (event.type === 'TIME-WAIT TIMEOUT' && tcb.state === 'FIN-WAIT-2' ? { tcb: forgotten(tcb), stop: true } : null),
  },
  {
    id: 'timeout.persist-unanswered',
    cite: 'RFC 9293 §3.8.6.1, MUST-37',
    fire: (tcb, event, env) => {
      const { emptyProbes } = env.profile;
      if (event.type !== 'PERSIST TIMEOUT' || emptyProbes === null || !closed(tcb) || tcb.probed < emptyProbes) return null;
      return { tcb: forgotten(tcb), effects: [{ type: 'tell', signal: 'connection aborted due to user timeout' }], stop: true };
    },
  },
  {
    // One number before SND.UNA is outside the peer's window, so that the peer has to answer.
    id: 'timeout.persist-empty',
    cite: 'RFC 9293 §3.8.6.1, MUST-36',
    fire: (tcb, event, env) => {
      if (event.type !== 'PERSIST TIMEOUT' || env.profile.emptyProbes === null || !closed(tcb)) return null;
      const probe = segmentFrom(tcb, env, ACK, seqAdd(tcb.snd.una, -1), 0);
      return { tcb: { ...tcb, probed: tcb.probed + 1, persisted: tcb.persisted + 1 }, effects: [emit(probe)], stop: true };
    },
  },
  {
    // The probe goes on the retransmission queue, so that the next ones follow with a growing wait (SHLD-30).
    id: 'timeout.persist',
    cite: 'RFC 9293 §3.8.6.1, MUST-36',
    fire: (tcb, event, env) => {
      const blocked = event.type === 'PERSIST TIMEOUT' && tcb.queue.length === 0 && tcb.snd.unsent > 0;
      if (!blocked) return null;
      // Nothing has followed for so long: what is probed with is pushed.
      const probe = sendData({ ...tcb, snd: { ...tcb.snd, more: false } }, Math.min(tcb.snd.unsent, Math.max(1, Math.min(tcb.snd.wnd, tcb.snd.mss))), env);
      return { tcb: probe.tcb, effects: [probe.effect], stop: true };
    },
  },
  {
    id: 'timeout.delayed-ack',
    cite: 'RFC 9293 §3.8.6.3',
    fire: (tcb, event) => {
      if (event.type !== 'DELAYED ACK TIMEOUT' || tcb.rcv.owed === 'nothing') return null;
      const timers = { ...tcb.timers, 'delayed-ack': null };
      return { tcb: { ...tcb, timers, rcv: { ...tcb.rcv, owed: 'now' } }, stop: true };
    },
  },
];
