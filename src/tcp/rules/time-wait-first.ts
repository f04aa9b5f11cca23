import { ACK, RST, SYN, has } from '../flags.ts';
import type { ArrivalRule } from '../rule.ts';
import type { Segment } from '../segment.ts';
import { seqMax, seqGt } from '../seq.ts';
import { forgotten, type Tcb } from '../tcb.ts';
import { LISTEN_RULES } from './listen.ts';

/** Newer than anything of the old connection: by timestamp where there are any, else by sequence number (RFC 6191 §2). */
function newer(tcb: Tcb, seg: Segment): boolean {
  const { ts } = tcb.agreed;
  const came = seg.options.ts;
  if (ts !== null && came !== undefined && came.val !== ts.recent) return ((came.val - ts.recent) | 0) > 0;
  return seqGt(seg.seq, tcb.rcv.nxt);
}

/** What TIME-WAIT asks first, where the profile has it so: a RST is ignored, a new SYN opens the connection again, what has no ACK is dropped. */
export const TIME_WAIT_FIRST_RULES: readonly ArrivalRule[] = [
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
    id: 'other.syn.reopens',
    bit: SYN,
    state: 'TIME-WAIT',
    cite: 'RFC 9293 §3.6.1, MAY-2',
    fire: (tcb, seg, env) => {
      const bare = has(seg.flags, SYN) && !has(seg.flags, ACK) && !has(seg.flags, RST);
      if (tcb.state !== 'TIME-WAIT' || env.profile.synInTimeWait !== 'accept' || !bare || !newer(tcb, seg)) return null;
      const listening: Tcb = { ...forgotten(tcb), state: 'LISTEN' };
      // No number of the old connection may come up again in the new one.
      const above = { ...env, iss: seqMax(env.iss, tcb.snd.nxt) };
      for (const rule of LISTEN_RULES) {
        const outcome = rule.fire(listening, seg, above);
        // A SYN that LISTEN would drop opens nothing: TIME-WAIT goes on.
        if (outcome !== null) return outcome.tcb.state === 'SYN-RECEIVED' ? { ...outcome, tcb: { ...outcome.tcb, reopened: tcb }, stop: true } : null;
      }
      return null;
    },
  },
  {
    id: 'other.time-wait.no-ack',
    state: 'TIME-WAIT',
    cite: 'RFC 9293 §3.10.7.4',
    fire: (tcb, seg, env) => {
      const dropped = tcb.state === 'TIME-WAIT' && env.profile.timeWaitWithoutAck === 'drop' && !has(seg.flags, ACK);
      return dropped ? { tcb, stop: true } : null;
    },
  },
];
