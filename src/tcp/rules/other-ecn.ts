import { withEcn, withdrawsEcn } from '../ecn.ts';
import { ACK, CWR, SYN, has } from '../flags.ts';
import type { ArrivalRule } from '../rule.ts';

/** What a SYN that comes again says of ECN, asked before the sequence check. */
export const SYN_WITHOUT_ECN_RULES: readonly ArrivalRule[] = [
  {
    id: 'other.ecn.withdrawn',
    bit: SYN,
    state: 'SYN-RECEIVED',
    cite: 'RFC 3168 §6.1.1.1',
    fire: (tcb, seg) => {
      const again = has(seg.flags, SYN) && !has(seg.flags, ACK);
      return again && withdrawsEcn(tcb, seg) ? { tcb: withEcn(tcb, null) } : null;
    },
  },
];

/** The receiver's part of ECN, asked of segments inside the window only (RFC 3168 §6.1.5). */
export const ECN_RULES: readonly ArrivalRule[] = [
  {
    id: 'other.ecn.reduced',
    bit: CWR,
    cite: 'RFC 3168 §6.1.3',
    fire: (tcb, seg) => {
      const { ecn } = tcb.agreed;
      return ecn !== null && ecn.echo && has(seg.flags, CWR) ? { tcb: withEcn(tcb, { ...ecn, echo: false }) } : null;
    },
  },
  {
    id: 'other.ecn.marked',
    cite: 'RFC 3168 §6.1.3',
    fire: (tcb, seg) => {
      const { ecn } = tcb.agreed;
      return ecn !== null && !ecn.echo && seg.ecn === 'CE' && seg.length > 0 ? { tcb: withEcn(tcb, { ...ecn, echo: true }) } : null;
    },
  },
];
