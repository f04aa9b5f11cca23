import { andEcn } from '../ecn.ts';
import { ACK, FIN, RST, SYN, has } from '../flags.ts';
import { takeSyn } from '../negotiate.ts';
import { emit, rstFor, sendSyn } from '../reply.ts';
import type { ArrivalRule } from '../rule.ts';

const cite = 'RFC 9293 §3.10.7.2';

/** SEGMENT ARRIVES in LISTEN. */
export const LISTEN_RULES: readonly ArrivalRule[] = [
  {
    id: 'listen.rst',
    bit: RST,
    cite,
    fire: (tcb, seg) => (has(seg.flags, RST) ? { tcb, stop: true } : null),
  },
  {
    id: 'listen.syn-ack-silent',
    bit: SYN,
    cite,
    fire: (tcb, seg, env) => {
      const silent = env.profile.listenSynAck === 'silent' && has(seg.flags, ACK) && has(seg.flags, SYN);
      return silent ? { tcb, stop: true } : null;
    },
  },
  {
    id: 'listen.ack',
    bit: ACK,
    cite,
    fire: (tcb, seg) => (has(seg.flags, ACK) ? { tcb, effects: [emit(rstFor(seg))], stop: true } : null),
  },
  {
    id: 'listen.syn-fin-dropped',
    bit: FIN,
    cite,
    fire: (tcb, seg, env) => {
      const both = has(seg.flags, SYN) && has(seg.flags, FIN);
      return both && env.profile.listenSynFin === 'drop' ? { tcb, stop: true } : null;
    },
  },
  {
    id: 'listen.syn',
    bit: SYN,
    cite,
    fire: (tcb, seg, env) => {
      if (!has(seg.flags, SYN)) return null;
      const received = { ...takeSyn(tcb, seg, env), iss: env.iss, state: 'SYN-RECEIVED' as const };
      const sent = sendSyn(received, true, env);
      return { tcb: sent.tcb, effects: [{ type: 'choose ISS', iss: env.iss }, ...sent.effects], ...andEcn(sent.tcb), stop: true };
    },
  },
  { id: 'listen.other', cite, fire: (tcb) => ({ tcb, stop: true }) },
];
