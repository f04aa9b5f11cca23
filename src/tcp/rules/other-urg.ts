import { URG, has } from '../flags.ts';
import type { ArrivalRule } from '../rule.ts';
import { seqAdd, seqGt, seqMax } from '../seq.ts';

/** Sixth, check the URG bit. */
export const URG_RULES: readonly ArrivalRule[] = [
  {
    id: 'other.urg',
    bit: URG,
    cite: 'RFC 9293 §3.10.7.4, §3.8.5, MUST-32',
    fire: (tcb, seg) => {
      const { state } = tcb;
      const receives = state === 'ESTABLISHED' || state === 'FIN-WAIT-1' || state === 'FIN-WAIT-2';
      if (!receives || !has(seg.flags, URG)) return null;
      const up = seqAdd(seg.seq, seg.up);
      const known = tcb.rcv.up === null ? tcb.rcv.nxt : seqMax(tcb.rcv.up, tcb.rcv.nxt);
      if (!seqGt(up, known)) return null;
      return { tcb: { ...tcb, rcv: { ...tcb.rcv, up } }, effects: [{ type: 'tell', signal: 'urgent data' }] };
    },
  },
];
