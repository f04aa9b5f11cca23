import type { UserCall } from '../event.ts';
import type { Rule } from '../rule.ts';
import { seqAdd } from '../seq.ts';
import { inSendBuffer, type Tcb } from '../tcb.ts';
import { openActively } from './open.ts';

const cite = 'RFC 9293 §3.10.2';

type Send = Extract<UserCall, { type: 'SEND' }>;

/** The octets join the queue; urgent ones, however many, set SND.UP behind the last of them (RFC 9293 §3.8.5, MUST-30, MUST-31). */
function queued(tcb: Tcb, { length, urgent, more, ends: end }: Send): Tcb {
  const unsent = tcb.snd.unsent + length;
  const ends = end === true ? [...tcb.snd.ends, seqAdd(tcb.snd.nxt, unsent)] : tcb.snd.ends;
  return { ...tcb, snd: { ...tcb.snd, unsent, ends, more: length > 0 ? more === true : tcb.snd.more, up: urgent === true ? seqAdd(tcb.snd.nxt, unsent) : tcb.snd.up } };
}

/** The SEND call. What it queues, the output rules send. */
export const SEND_RULES: readonly Rule<Send>[] = [
  {
    id: 'send.closed',
    cite,
    fire: (tcb) => {
      if (tcb.state !== 'CLOSED') return null;
      return { tcb, effects: [{ type: 'tell', signal: 'error: connection does not exist' }], stop: true };
    },
  },
  {
    id: 'send.no-room',
    cite,
    fire: (tcb, { length }, env) => {
      if (env.sendBuffer === null || tcb.snd.fin !== 'no' || inSendBuffer(tcb) + length <= env.sendBuffer) return null;
      return { tcb, effects: [{ type: 'tell', signal: 'error: insufficient resources' }], stop: true };
    },
  },
  {
    id: 'send.listen',
    cite,
    fire: (tcb, call, env) => {
      if (tcb.state !== 'LISTEN') return null;
      // SND.UP counts from the ISS.
      return { ...openActively(queued({ ...tcb, snd: { ...tcb.snd, nxt: seqAdd(env.iss, 1) } }, call), env), stop: true };
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
    fire: (tcb, call) => ({ tcb: queued(tcb, call), stop: true }),
  },
];
