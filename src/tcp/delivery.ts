import type { Effect } from './effect.ts';
import { seqAdd, seqLt, type Seq } from './seq.ts';
import type { ReceiveSpace } from './tcb.ts';

/** Octets handed to the user, and whether more urgent ones are still to come (RFC 9293 §3.8.5, MUST-33): the URGENT flag of RECEIVE (§3.9.1.3). */
export function delivery({ up }: ReceiveSpace, seq: Seq, length: number): Effect {
  const urgent = up !== null && seqLt(seqAdd(seq, length), up);
  return urgent ? { type: 'deliver', seq, length, urgent } : { type: 'deliver', seq, length };
}
