import { delivery } from '../delivery.ts';
import { owedAfterReading } from '../ack-pace.ts';
import type { Env } from '../env.ts';
import type { UserCall } from '../event.ts';
import { drained, isNews } from '../receive-memory.ts';
import type { Outcome, Rule } from '../rule.ts';
import { seqAdd } from '../seq.ts';
import { finCame } from '../state.ts';
import type { Tcb } from '../tcb.ts';
import { opened } from '../window.ts';

const cite = 'RFC 9293 §3.10.3';

/** The user takes `length` octets of what waits in the buffer; the window opens by it as far as it may. */
export function taken(tcb: Tcb, length: number, env: Env): Outcome {
  const memory = tcb.rcv.memory === undefined ? undefined : drained(tcb.rcv.memory, length);
  const read = { ...tcb.rcv, unread: tcb.rcv.unread - length, ...(memory === undefined ? {} : { memory }) };
  const rcv = opened(read, tcb.snd.mss, env.profile);
  // A window that opens is news for the peer (RFC 9293 §3.8.6.2.2), to some hosts only where it has become much wider.
  const news = memory === undefined ? rcv.wnd > read.wnd && rcv.wnd >= read.wnd * env.profile.windowNews : isNews({ rcv: read, memory });
  const owed = news ? ('now' as const) : owedAfterReading(rcv);
  // A FIN that came has a number too, but no octet to read.
  const at = seqAdd(tcb.rcv.nxt, -tcb.rcv.unread - (finCame(tcb.state) ? 1 : 0));
  return { tcb: { ...tcb, rcv: { ...rcv, owed } }, effects: [delivery(rcv, at, length)] };
}

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
    fire: (tcb, call, env) => {
      const length = Math.min(call.length, tcb.rcv.unread);
      return length === 0 ? null : { ...taken(tcb, length, env), stop: true };
    },
  },
  {
    id: 'receive.closing',
    cite,
    fire: (tcb) => {
      return finCame(tcb.state) || tcb.rcv.deaf ? { tcb, effects: [{ type: 'tell', signal: 'error: connection closing' }], stop: true } : null;
    },
  },
  {
    id: 'receive.wait',
    cite,
    fire: (tcb, { length }) => {
      // A user that reads all the time has asked for it already, and one that asks for nothing waits for nothing.
      const wanted = tcb.rcv.reading || length === 0 ? tcb.rcv.wanted : [...tcb.rcv.wanted, length];
      return { tcb: { ...tcb, rcv: { ...tcb.rcv, wanted } }, stop: true };
    },
  },
];

/** Whether a RECEIVE is outstanding all the time, so that octets reach the user as they come. */
export const READING_RULES: readonly Rule<Extract<UserCall, { type: 'READING' }>>[] = [
  {
    // For as long as the user likes: the window may stay closed (MAY-8).
    id: 'reading.stops',
    cite,
    fire: (tcb, call) => (call.reading ? null : { tcb: { ...tcb, rcv: { ...tcb.rcv, reading: false } }, stop: true }),
  },
  {
    id: 'reading.goes-on',
    cite,
    fire: (tcb, _call, env) => {
      const reading = { ...tcb, rcv: { ...tcb.rcv, reading: true, wanted: [] } };
      return tcb.rcv.unread === 0 ? { tcb: reading } : taken(reading, tcb.rcv.unread, env);
    },
  },
];
