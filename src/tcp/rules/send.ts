import type { UserCall } from '../event.ts';
import type { Rule } from '../rule.ts';
import type { Tcb } from '../tcb.ts';
import { openActively } from './open.ts';

const cite = 'RFC 9293 §3.10.2';

function queued(tcb: Tcb, length: number): Tcb {
  return { ...tcb, snd: { ...tcb.snd, unsent: tcb.snd.unsent + length } };
}

/** The SEND call. What it queues, the output rules send. */
export const SEND_RULES: readonly Rule<Extract<UserCall, { type: 'SEND' }>>[] = [
  {
    id: 'send.closed',
    cite,
    fire: (tcb) => {
      if (tcb.state !== 'CLOSED') return null;
      return { tcb, effects: [{ type: 'tell', signal: 'error: connection does not exist' }], stop: true };
    },
  },
  {
    id: 'send.listen',
    cite,
    fire: (tcb, call, env) => {
      if (tcb.state !== 'LISTEN') return null;
      return { ...openActively(queued(tcb, call.length), env), stop: true };
    },
  },
  {
    id: 'send.closing',
    cite,
    fire: (tcb) => {
      const open = tcb.state === 'SYN-SENT' || tcb.state === 'SYN-RECEIVED' || tcb.state === 'ESTABLISHED' || tcb.state === 'CLOSE-WAIT';
      if (open && tcb.snd.fin === 'no') return null;
      return { tcb, effects: [{ type: 'tell', signal: 'error: connection closing' }], stop: true };
    },
  },
  {
    id: 'send.queue',
    cite,
    fire: (tcb, call) => ({ tcb: queued(tcb, call.length), stop: true }),
  },
];
