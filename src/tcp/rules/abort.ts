import type { UserCall } from '../event.ts';
import { ACK, RST, flagsOf } from '../flags.ts';
import { emit, segmentFrom } from '../reply.ts';
import type { Rule } from '../rule.ts';
import { segmentOf } from '../segment.ts';
import { forgotten, outstanding } from '../tcb.ts';

const cite = 'RFC 9293 §3.10.5';

/** The ABORT call. */
export const ABORT_RULES: readonly Rule<Extract<UserCall, { type: 'ABORT' }>>[] = [
  {
    id: 'abort.closed',
    cite,
    fire: (tcb) => {
      if (tcb.state !== 'CLOSED') return null;
      return { tcb, effects: [{ type: 'tell', signal: 'error: connection does not exist' }], stop: true };
    },
  },
  {
    id: 'abort.silent',
    cite,
    fire: (tcb) => {
      const { state } = tcb;
      const unopened = state === 'LISTEN' || state === 'SYN-SENT';
      const over = state === 'CLOSING' || state === 'LAST-ACK' || state === 'TIME-WAIT';
      if (!unopened && !over) return null;
      const gone = { tcb: forgotten(tcb), stop: true } as const;
      return unopened && outstanding(tcb) ? { ...gone, effects: [{ type: 'tell', signal: 'connection reset' }] } : gone;
    },
  },
  {
    id: 'abort.rst',
    cite,
    fire: (tcb, _call, env) => {
      const bare = segmentOf({ flags: RST, seq: tcb.snd.nxt });
      const rst = env.profile.ackOnAbort ? segmentFrom(tcb, env, flagsOf(RST, ACK), tcb.snd.nxt, 0) : bare;
      return { tcb: forgotten(tcb), effects: [emit(rst), { type: 'tell', signal: 'connection reset' }], stop: true };
    },
  },
];
