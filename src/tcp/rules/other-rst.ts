import type { Env } from '../env.ts';
import { ACK, RST, SYN, flagsOf, has } from '../flags.ts';
import { challengeAck, emit, rstFor } from '../reply.ts';
import type { ArrivalRule, Outcome } from '../rule.ts';
import { MAX_FIELD, segmentOf, type Segment } from '../segment.ts';
import { seqDiff } from '../seq.ts';
import { forgotten, type Tcb } from '../tcb.ts';
import { timeWait } from './time-wait.ts';

const cite = 'RFC 9293 §3.10.7.4';

/** Whether the RST is believed: by its SEQ alone, data on it or not (RFC 9293 §3.5.3, SHLD-2). That SEQ is acceptable was seen before. */
function believed({ state, opened, rcv }: Tcb, seg: Segment, { profile }: Env): boolean {
  const halfOpen = state === 'SYN-RECEIVED' && opened === 'passive';
  const anywhere = profile.rstAccepted === 'in window' || (halfOpen && profile.rstOnHalfOpen === 'in window');
  return has(seg.flags, RST) && (seg.seq === rcv.nxt || anywhere);
}

/** The TCB back in LISTEN, the half-made connection forgotten. */
export function backToListen(tcb: Tcb): Tcb {
  const free = forgotten(tcb);
  return { ...free, state: 'LISTEN', rcv: { ...free.rcv, wanted: tcb.rcv.wanted } };
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
    fire: (tcb, seg, env) => (has(seg.flags, RST) && !believed(tcb, seg, env) ? { ...challengeAck(tcb, env), stop: true } : null),
  },
  {
    id: 'other.rst.back-to-time-wait',
    state: 'SYN-RECEIVED',
    bit: RST,
    cite: 'RFC 9293 §3.6.1, MAY-2',
    fire: (tcb, seg, env) => (tcb.reopened !== null && believed(tcb, seg, env) ? { tcb: timeWait(tcb.reopened, env), stop: true } : null),
  },
  {
    // MUST-11.
    id: 'other.rst.passive',
    state: 'SYN-RECEIVED',
    bit: RST,
    cite,
    fire: (tcb, seg, env) => {
      const passive = tcb.state === 'SYN-RECEIVED' && tcb.opened === 'passive';
      return passive && believed(tcb, seg, env) ? { tcb: backToListen(tcb), stop: true } : null;
    },
  },
  {
    id: 'other.rst.refused',
    state: 'SYN-RECEIVED',
    bit: RST,
    cite,
    fire: (tcb, seg, env) => (tcb.state === 'SYN-RECEIVED' && believed(tcb, seg, env) ? closedWith(tcb, 'connection refused') : null),
  },
  {
    id: 'other.rst.reset',
    bit: RST,
    cite,
    fire: (tcb, seg, env) => {
      const { state } = tcb;
      const open = state === 'ESTABLISHED' || state === 'FIN-WAIT-1' || state === 'FIN-WAIT-2' || state === 'CLOSE-WAIT';
      return open && believed(tcb, seg, env) ? closedWith(tcb, 'connection reset') : null;
    },
  },
  {
    id: 'other.rst.closing',
    bit: RST,
    cite,
    fire: (tcb, seg, env) => (believed(tcb, seg, env) ? { tcb: forgotten(tcb), stop: true } : null),
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
    id: 'other.syn.reset',
    bit: SYN,
    cite: 'RFC 793 §3.9',
    fire: (tcb, seg, { profile }) => {
      if (profile.synInWindow !== 'reset' || !has(seg.flags, SYN)) return null;
      const into = seqDiff(seg.seq, tcb.rcv.nxt);
      // Where TIME-WAIT takes newer SYNs the others are old duplicates; else its window is what the field could say.
      const spared = tcb.state === 'TIME-WAIT' && (profile.synInTimeWait === 'accept' || into >= MAX_FIELD << tcb.rcv.shift);
      if (into < 0 || spared) return null;
      const reset = closedWith(tcb, 'connection reset');
      const rst = segmentOf({ flags: flagsOf(RST, ACK), seq: tcb.snd.nxt, ack: tcb.rcv.nxt });
      return { ...reset, effects: [emit(rst), ...(reset.effects ?? [])] };
    },
  },
  {
    id: 'other.syn.challenge',
    bit: SYN,
    cite: 'RFC 9293 §3.10.7.4, RFC 5961 §4.2',
    fire: (tcb, seg, env) => (has(seg.flags, SYN) ? { ...challengeAck(tcb, env), stop: true } : null),
  },
];
