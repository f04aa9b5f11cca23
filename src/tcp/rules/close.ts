import type { UserCall } from '../event.ts';
import { RST, ACK, flagsOf } from '../flags.ts';
import { emit, segmentFrom } from '../reply.ts';
import type { Rule } from '../rule.ts';
import { forgotten, outstanding, type Tcb } from '../tcb.ts';

const cite = 'RFC 9293 §3.10.4';

function withFin(tcb: Tcb): Tcb {
  return { ...tcb, snd: { ...tcb.snd, fin: 'queued' } };
}

/** The CLOSE call: no more data from this side. The FIN leaves behind all queued data, by the output rules. */
export const CLOSE_RULES: readonly Rule<Extract<UserCall, { type: 'CLOSE' }>>[] = [
  {
    id: 'close.closed',
    cite,
    fire: (tcb) => {
      if (tcb.state !== 'CLOSED') return null;
      return { tcb, effects: [{ type: 'tell', signal: 'error: connection does not exist' }], stop: true };
    },
  },
  {
    id: 'close.unopened',
    cite,
    fire: (tcb) => {
      if (tcb.state !== 'LISTEN' && tcb.state !== 'SYN-SENT') return null;
      const gone = { tcb: forgotten(tcb), stop: true } as const;
      return outstanding(tcb) ? { ...gone, effects: [{ type: 'tell', signal: 'error: closing' }] } : gone;
    },
  },
  {
    id: 'close.unread',
    cite: 'RFC 9293 §3.6.1, SHLD-3; RFC 2525 §2.17',
    fire: (tcb, call, env) => {
      if (call.both !== true || !env.profile.rstOnUnread || tcb.rcv.unread === 0) return null;
      const rst = segmentFrom(tcb, env, flagsOf(RST, ACK), tcb.snd.nxt, 0);
      return { tcb: forgotten(tcb), effects: [emit(rst)], stop: true };
    },
  },
  {
    id: 'close.both',
    cite: 'RFC 9293 §3.6.1, MAY-1',
    fire: (tcb, call, env) => {
      if (call.both !== true || !env.profile.rstOnUnread || tcb.rcv.deaf) return null;
      const deaf = { ...tcb, rcv: { ...tcb.rcv, deaf: true, wanted: [] } };
      return tcb.snd.fin === 'no' ? { tcb: deaf } : { tcb: deaf, stop: true };
    },
  },
  {
    id: 'close.again',
    cite,
    fire: (tcb) => {
      if (tcb.snd.fin === 'no') return null;
      return { tcb, effects: [{ type: 'tell', signal: 'error: connection closing' }], stop: true };
    },
  },
  {
    id: 'close.syn-received',
    cite,
    fire: (tcb, call, env) => {
      if (tcb.state !== 'SYN-RECEIVED') return null;
      const waits = tcb.snd.unsent > 0 || (env.profile.halfCloseWaits && call.both !== true);
      const state = waits ? 'SYN-RECEIVED' : 'FIN-WAIT-1';
      return { tcb: { ...withFin(tcb), state }, stop: true };
    },
  },
  {
    id: 'close.established',
    cite,
    fire: (tcb) => (tcb.state === 'ESTABLISHED' ? { tcb: { ...withFin(tcb), state: 'FIN-WAIT-1' }, stop: true } : null),
  },
  {
    id: 'close.close-wait',
    cite,
    fire: (tcb) => (tcb.state === 'CLOSE-WAIT' ? { tcb: { ...withFin(tcb), state: 'LAST-ACK' }, stop: true } : null),
  },
];
