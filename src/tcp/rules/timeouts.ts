import type { Env } from '../env.ts';
import type { TcpEvent } from '../event.ts';
import { ACK, SYN, has } from '../flags.ts';
import { acknowledged, emit, segmentFrom, synSegment } from '../reply.ts';
import { backedOff } from '../retransmission.ts';
import type { Rule } from '../rule.ts';
import type { Segment } from '../segment.ts';
import { forgotten, type Tcb, type Unacknowledged } from '../tcb.ts';

type Timeout = Extract<TcpEvent, { type: 'RETRANSMISSION TIMEOUT' | 'TIME-WAIT TIMEOUT' | 'DELAYED ACK TIMEOUT' | 'PERSIST TIMEOUT' }>;

/** The front of the queue as it leaves again: the old octets, today's ACK, window and options. */
function resent(tcb: Tcb, front: Unacknowledged, env: Env): Segment {
  if (has(front.flags, SYN)) return synSegment(tcb, has(front.flags, ACK), env);
  return segmentFrom(tcb, env, front.flags, front.seq, front.length);
}

/** RETRANSMISSION TIMEOUT, TIME-WAIT TIMEOUT, and the end of a delayed ACK. */
export const TIMEOUT_RULES: readonly Rule<Timeout>[] = [
  {
    id: 'timeout.give-up',
    cite: 'RFC 9293 §3.8.3',
    fire: (tcb, event, env) => {
      const front = tcb.queue[0];
      if (event.type !== 'RETRANSMISSION TIMEOUT' || front === undefined) return null;
      const bound = has(front.flags, SYN) ? env.profile.r2Syn : env.profile.r2;
      if (env.now - front.firstSentAt < bound) return null;
      return {
        tcb: forgotten(tcb),
        effects: [{ type: 'tell', signal: 'connection aborted due to user timeout' }],
        stop: true,
      };
    },
  },
  {
    id: 'timeout.retransmit',
    cite: 'RFC 9293 §3.10.8, RFC 6298 §5.4',
    fire: (tcb, event, env) => {
      const front = tcb.queue[0];
      if (event.type !== 'RETRANSMISSION TIMEOUT' || front === undefined) return null;
      const segment = resent(tcb, front, env);
      const transmissions = front.transmissions + 1;
      const rto = backedOff(tcb.rto, env.profile);
      const queue = [{ ...front, sentAt: env.now, transmissions }, ...tcb.queue.slice(1)];
      const base = has(segment.flags, ACK) ? acknowledged(tcb) : tcb;
      const timers = { ...base.timers, retransmission: env.now + rto.rto };
      return { tcb: { ...base, queue, rto, timers }, effects: [emit(segment, transmissions)], stop: true };
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
    id: 'timeout.delayed-ack',
    cite: 'RFC 9293 §3.8.6.3',
    fire: (tcb, event) => {
      if (event.type !== 'DELAYED ACK TIMEOUT' || tcb.rcv.owed === 'nothing') return null;
      const timers = { ...tcb.timers, 'delayed-ack': null };
      return { tcb: { ...tcb, timers, rcv: { ...tcb.rcv, owed: 'now' } }, stop: true };
    },
  },
];
