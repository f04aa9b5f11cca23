import { RST, SYN, has } from '../flags.ts';
import { challengeAck, emit, rstFor } from '../reply.ts';
import type { ArrivalRule, Outcome } from '../rule.ts';
import type { Segment } from '../segment.ts';
import { forgotten, type Tcb } from '../tcb.ts';

const cite = 'RFC 9293 §3.10.7.4';

/** Whether the RST is believed: by its SEQ alone, data on it or not (RFC 9293 §3.5.3, SHLD-2). */
function exact(tcb: Tcb, seg: Segment): boolean {
  return has(seg.flags, RST) && seg.seq === tcb.rcv.nxt;
}

/** The TCB back in LISTEN, the half-made connection forgotten. */
export function backToListen(tcb: Tcb): Tcb {
  return { ...forgotten(tcb), state: 'LISTEN' };
}

/** The connection gone, and the user told that it did not end by a FIN (RFC 9293 §3.6, MUST-12). */
function closedWith(tcb: Tcb, signal: 'connection refused' | 'connection reset'): Outcome {
  return { tcb: forgotten(tcb), effects: [{ type: 'tell', signal }], stop: true };
}

/** Second, check the RST bit; fourth, check the SYN bit. (Third, security, is out of scope.) */
export const RST_AND_SYN_RULES: readonly ArrivalRule[] = [
  {
    id: 'other.rst.challenge',
    bit: RST,
    cite: 'RFC 9293 §3.10.7.4, RFC 5961 §3.2',
    fire: (tcb, seg, env) => (has(seg.flags, RST) && !exact(tcb, seg) ? { ...challengeAck(tcb, env), stop: true } : null),
  },
  {
    // MUST-11.
    id: 'other.rst.passive',
    state: 'SYN-RECEIVED',
    bit: RST,
    cite,
    fire: (tcb, seg) => {
      const passive = tcb.state === 'SYN-RECEIVED' && tcb.opened === 'passive';
      return passive && exact(tcb, seg) ? { tcb: backToListen(tcb), stop: true } : null;
    },
  },
  {
    id: 'other.rst.refused',
    state: 'SYN-RECEIVED',
    bit: RST,
    cite,
    fire: (tcb, seg) => (tcb.state === 'SYN-RECEIVED' && exact(tcb, seg) ? closedWith(tcb, 'connection refused') : null),
  },
  {
    id: 'other.rst.reset',
    bit: RST,
    cite,
    fire: (tcb, seg) => {
      const { state } = tcb;
      const open = state === 'ESTABLISHED' || state === 'FIN-WAIT-1' || state === 'FIN-WAIT-2' || state === 'CLOSE-WAIT';
      return open && exact(tcb, seg) ? closedWith(tcb, 'connection reset') : null;
    },
  },
  {
    id: 'other.rst.time-wait',
    state: 'TIME-WAIT',
    bit: RST,
    cite: 'RFC 1337 §3',
    fire: (tcb, seg, env) => {
      const ignored = tcb.state === 'TIME-WAIT' && env.profile.rstInTimeWait === 'ignore';
      return ignored && has(seg.flags, RST) ? { tcb, stop: true } : null;
    },
  },
  {
    id: 'other.rst.closing',
    bit: RST,
    cite,
    fire: (tcb, seg) => (exact(tcb, seg) ? { tcb: forgotten(tcb), stop: true } : null),
  },
  {
    id: 'other.syn.passive-reset',
    state: 'SYN-RECEIVED',
    bit: SYN,
    cite,
    fire: (tcb, seg, env) => {
      const passive = tcb.state === 'SYN-RECEIVED' && tcb.opened === 'passive' && env.profile.otherSyn === 'reset';
      return passive && has(seg.flags, SYN) ? { tcb: backToListen(tcb), effects: [emit(rstFor(seg))], stop: true } : null;
    },
  },
  {
    id: 'other.syn.passive',
    state: 'SYN-RECEIVED',
    bit: SYN,
    cite,
    fire: (tcb, seg) => {
      const passive = tcb.state === 'SYN-RECEIVED' && tcb.opened === 'passive';
      return passive && has(seg.flags, SYN) ? { tcb: backToListen(tcb), stop: true } : null;
    },
  },
  {
    id: 'other.syn.challenge',
    bit: SYN,
    cite: 'RFC 9293 §3.10.7.4, RFC 5961 §4.2',
    fire: (tcb, seg, env) => (has(seg.flags, SYN) ? { ...challengeAck(tcb, env), stop: true } : null),
  },
];
