import { ACK, FIN, RST, SYN, has } from '../flags.ts';
import { kept } from '../reassembly.ts';
import { emit, rstFor, sendSyn } from '../reply.ts';
import type { ArrivalRule } from '../rule.ts';
import type { Segment } from '../segment.ts';
import { seqAdd } from '../seq.ts';
import { DEFAULT_MSS, type Tcb } from '../tcb.ts';

const cite = 'RFC 9293 §3.10.7.2';

/** What a SYN tells: IRS, RCV.NXT and the peer's MSS; data and FIN behind it are kept for later. */
export function takeSyn(tcb: Tcb, seg: Segment): Tcb {
  const nxt = seqAdd(seg.seq, 1);
  const fin = has(seg.flags, FIN);
  const beyond = seg.length > 0 || fin ? kept([], { seq: nxt, length: seg.length, fin }) : [];
  return {
    ...tcb,
    irs: seg.seq,
    snd: { ...tcb.snd, mss: seg.options.mss ?? DEFAULT_MSS },
    rcv: { ...tcb.rcv, nxt, beyond },
  };
}

/** SEGMENT ARRIVES in LISTEN. */
export const LISTEN_RULES: readonly ArrivalRule[] = [
  {
    id: 'listen.rst',
    cite,
    fire: (tcb, seg) => (has(seg.flags, RST) ? { tcb, stop: true } : null),
  },
  {
    id: 'listen.ack',
    cite,
    fire: (tcb, seg) => (has(seg.flags, ACK) ? { tcb, effects: [emit(rstFor(seg))], stop: true } : null),
  },
  {
    id: 'listen.syn',
    cite,
    fire: (tcb, seg, env) => {
      if (!has(seg.flags, SYN)) return null;
      const received = { ...takeSyn(tcb, seg), iss: env.iss, state: 'SYN-RECEIVED' as const };
      const sent = sendSyn(received, true, env);
      return { tcb: sent.tcb, effects: [{ type: 'choose ISS', iss: env.iss }, ...sent.effects], stop: true };
    },
  },
  { id: 'listen.other', cite, fire: (tcb) => ({ tcb, stop: true }) },
];
