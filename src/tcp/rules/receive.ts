import type { UserCall } from '../event.ts';
import type { Rule } from '../rule.ts';
import { seqAdd } from '../seq.ts';
import { opened } from '../window.ts';

const cite = 'RFC 9293 §3.10.3';

/** The RECEIVE call: takes what has come, and opens the window by it. */
export const RECEIVE_RULES: readonly Rule<Extract<UserCall, { type: 'RECEIVE' }>>[] = [
  {
    id: 'receive.closed',
    cite,
    fire: (tcb) => {
      if (tcb.state !== 'CLOSED') return null;
      return { tcb, effects: [{ type: 'tell', signal: 'error: connection does not exist' }], stop: true };
    },
  },
  {
    id: 'receive.data',
    cite,
    fire: (tcb, call) => {
      const length = Math.min(call.length, tcb.rcv.unread);
      if (length === 0) return null;
      const read = { ...tcb.rcv, unread: tcb.rcv.unread - length };
      const rcv = opened(read, tcb.snd.mss);
      // A window that opens is news for the peer (RFC 9293 §3.8.6.2.2).
      const owed = rcv.wnd > read.wnd ? ('now' as const) : rcv.owed;
      const at = seqAdd(tcb.rcv.nxt, -tcb.rcv.unread);
      return { tcb: { ...tcb, rcv: { ...rcv, owed } }, effects: [{ type: 'deliver', seq: at, length }], stop: true };
    },
  },
  {
    id: 'receive.closing',
    cite,
    fire: (tcb) => {
      const { state } = tcb;
      const over = state === 'CLOSE-WAIT' || state === 'CLOSING' || state === 'LAST-ACK' || state === 'TIME-WAIT';
      return over ? { tcb, effects: [{ type: 'tell', signal: 'error: connection closing' }], stop: true } : null;
    },
  },
  {
    id: 'receive.wait',
    cite,
    fire: (tcb) => ({ tcb, stop: true }),
  },
];
