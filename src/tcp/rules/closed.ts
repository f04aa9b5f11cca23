import { ACK, RST, has } from '../flags.ts';
import { emit, rstFor } from '../reply.ts';
import type { ArrivalRule } from '../rule.ts';

const cite = 'RFC 9293 §3.10.7.1';

/** SEGMENT ARRIVES in CLOSED, where there is no TCB. */
export const CLOSED_RULES: readonly ArrivalRule[] = [
  {
    id: 'closed.rst',
    cite,
    fire: (tcb, seg) => (has(seg.flags, RST) ? { tcb, stop: true } : null),
  },
  {
    id: 'closed.no-ack',
    cite,
    fire: (tcb, seg) => (has(seg.flags, ACK) ? null : { tcb, effects: [emit(rstFor(seg))], stop: true }),
  },
  {
    id: 'closed.ack',
    cite,
    fire: (tcb, seg) => ({ tcb, effects: [emit(rstFor(seg))], stop: true }),
  },
];
