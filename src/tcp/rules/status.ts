import type { Status } from '../effect.ts';
import type { UserCall } from '../event.ts';
import type { Rule } from '../rule.ts';
import { seqAdd, seqDiff } from '../seq.ts';
import { inSendBuffer, type Tcb } from '../tcb.ts';

const cite = 'RFC 9293 §3.10.6';

/** Octets up to the urgent pointer that the user has not been given yet. */
function urgent({ rcv }: Tcb): number {
  return rcv.up === null ? 0 : Math.max(0, seqDiff(rcv.up, seqAdd(rcv.nxt, -rcv.unread)));
}

/** What can be told of an endpoint (RFC 9293 §3.9.1.6). */
function statusOf(tcb: Tcb): Status {
  return {
    state: tcb.state,
    sndWnd: tcb.snd.wnd,
    rcvWnd: tcb.rcv.wnd,
    unacknowledged: inSendBuffer(tcb),
    unread: tcb.rcv.unread,
    urgent: urgent(tcb),
    rto: tcb.rto.rto,
  };
}

/** The STATUS call. */
export const STATUS_RULES: readonly Rule<Extract<UserCall, { type: 'STATUS' }>>[] = [
  {
    id: 'status.closed',
    cite,
    fire: (tcb) => {
      if (tcb.state !== 'CLOSED') return null;
      return { tcb, effects: [{ type: 'tell', signal: 'error: connection does not exist' }], stop: true };
    },
  },
  {
    id: 'status.report',
    cite,
    fire: (tcb) => ({ tcb, effects: [{ type: 'status', status: statusOf(tcb) }], stop: true }),
  },
];
