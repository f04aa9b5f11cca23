import { owedAfterData, owedAfterFin } from '../ack-pace.ts';
import { delivery } from '../delivery.ts';
import type { Env } from '../env.ts';
import { FIN, PSH, has, without } from '../flags.ts';
import { kept, released } from '../reassembly.ts';
import { drained, filled, isNews, joined } from '../receive-memory.ts';
import { emit, rstFor } from '../reply.ts';
import type { ArrivalRule, Outcome } from '../rule.ts';
import { opened } from '../window.ts';
import { reportedAfter } from '../sack.ts';
import { segLen, type Segment } from '../segment.ts';
import { seqAdd, seqLe, seqLt } from '../seq.ts';
import { forgotten, type ReceiveSpace, type Tcb } from '../tcb.ts';
import { taken } from './receive.ts';
import { timeWait } from './time-wait.ts';

const cite = 'RFC 9293 §3.10.7.4';

function receives(tcb: Tcb): boolean {
  return tcb.state === 'ESTABLISHED' || tcb.state === 'FIN-WAIT-1' || tcb.state === 'FIN-WAIT-2';
}

/** Octets in order, by a segment with PSH or without, or `late`, as a hole before them was filled: handed to a RECEIVE that waits, or kept in the buffer until one comes. */
export function delivered(tcb: Tcb, length: number, how: 'plain' | 'pushed' | 'late', env: Env): Outcome {
  const { nxt, reading } = tcb.rcv;
  const unread = tcb.rcv.unread + (reading ? 0 : length);
  const held = tcb.rcv.memory === undefined ? undefined : how === 'late' ? joined(tcb.rcv.memory, length) : filled(tcb.rcv.memory, length, tcb.rcv.wnd, env.mss);
  const memory = held === undefined ? {} : { memory: reading ? drained(held, length) : held };
  const before = held === undefined ? tcb : { ...tcb, rcv: { ...tcb.rcv, memory: held } };
  const taken = { ...tcb.rcv, nxt: seqAdd(nxt, length), wnd: Math.max(0, tcb.rcv.wnd - length), unread, ...owedAfterData(before, length, how === 'pushed', env), ...memory };
  let rcv: ReceiveSpace = opened(taken, tcb.snd.mss, env.profile);
  // A user that has emptied the buffer has made news for the peer, as with a RECEIVE.
  if (reading && rcv.memory !== undefined && isNews({ rcv, memory: rcv.memory })) rcv = { ...rcv, owed: 'now' };
  return reading ? { tcb: { ...tcb, rcv }, effects: [delivery(rcv, nxt, length)] } : { tcb: { ...tcb, rcv } };
}

/** The state that a FIN in order leads to (§3.10.7.4, eighth; FIN-WAIT-1 here has no ACK of our FIN). Its ACK waits only where it may find company. */
function afterFin(tcb: Tcb, seg: Segment, env: Env): Tcb {
  const mayWait = tcb.state === 'ESTABLISHED' && env.profile.finAck === 'may wait';
  const owing = mayWait ? owedAfterFin(tcb, seg.length, env) : ({ owed: 'now' } as const);
  // An orphan in FIN-WAIT-2 no longer counts: it offers what it offered last.
  const counts = tcb.rcv.memory !== undefined && !(tcb.state === 'FIN-WAIT-2' && tcb.rcv.deaf);
  const wnd = counts ? Math.max(0, tcb.rcv.wnd - 1) : tcb.rcv.wnd;
  const next = { ...tcb, rcv: { ...tcb.rcv, nxt: seqAdd(tcb.rcv.nxt, 1), wnd, ...owing, beyond: [], reported: [], duplicate: null, wanted: [] } };
  if (tcb.state === 'ESTABLISHED') return { ...next, state: 'CLOSE-WAIT' };
  if (tcb.state === 'FIN-WAIT-1') return { ...next, state: 'CLOSING' };
  return timeWait(next, env);
}

function finInOrder(tcb: Tcb, seg: Segment): boolean {
  return has(seg.flags, FIN) && seqAdd(seg.seq, seg.length) === tcb.rcv.nxt;
}

/** How many RECEIVEs that wait are served by `unread` octets, the oldest first, and with how many. */
function served({ unread, wanted }: ReceiveSpace): { readonly calls: number; readonly length: number } {
  let calls = 0;
  let length = 0;
  for (const most of wanted) {
    if (length === unread) break;
    length += Math.min(most, unread - length);
    calls += 1;
  }
  return { calls, length };
}

/** Seventh, process the segment text; eighth, check the FIN bit. (Sixth, URG, marks no state.) */
export const TEXT_AND_FIN_RULES: readonly ArrivalRule[] = [
  {
    id: 'other.text.unwanted',
    cite: 'RFC 9293 §3.6.1, SHLD-3',
    fire: (tcb, seg) => (tcb.rcv.deaf && receives(tcb) && seg.length > 0 ? { tcb: forgotten(tcb), effects: [emit(rstFor(seg))], stop: true } : null),
  },
  {
    // The ACK goes at once, to tell of the hole (MAY-13).
    id: 'other.text.beyond',
    cite: 'RFC 9293 §3.10.7.4, SHLD-31',
    fire: (tcb, seg) => {
      if (!receives(tcb) || segLen(seg) === 0 || !seqLt(tcb.rcv.nxt, seg.seq)) return null;
      const run = { seq: seg.seq, length: seg.length, fin: has(seg.flags, FIN) };
      const beyond = kept(tcb.rcv.beyond, run);
      const reported = tcb.agreed.sack ? reportedAfter(tcb.rcv.reported, beyond, seg.seq) : [];
      const rcv = { ...tcb.rcv, beyond, reported, owed: 'now' as const };
      return { tcb: { ...tcb, rcv }, segment: { ...seg, seq: tcb.rcv.nxt, length: 0, flags: without(seg.flags, FIN) } };
    },
  },
  {
    id: 'other.text.deliver',
    cite,
    fire: (tcb, seg, env) => (receives(tcb) && tcb.rcv.reading && seg.length > 0 ? delivered(tcb, seg.length, has(seg.flags, PSH) ? 'pushed' : 'plain', env) : null),
  },
  {
    id: 'other.text.kept',
    cite,
    fire: (tcb, seg, env) => (receives(tcb) && !tcb.rcv.reading && seg.length > 0 ? delivered(tcb, seg.length, has(seg.flags, PSH) ? 'pushed' : 'plain', env) : null),
  },
  {
    id: 'other.text.hole-filled',
    cite: 'RFC 9293 §3.10.7.4, SHLD-31',
    fire: (tcb, seg, env) => {
      if (!receives(tcb) || tcb.rcv.beyond.length === 0) return null;
      const next = released(tcb.rcv.beyond, tcb.rcv.nxt);
      if (next.beyond === tcb.rcv.beyond) return null;
      // What waited came once more with this segment: nothing of it is news.
      if (next.length === 0 && finInOrder(tcb, seg)) return { tcb: { ...tcb, rcv: { ...tcb.rcv, beyond: next.beyond } } };
      // What came with the SYN has waited for ESTABLISHED, not for a hole: its ACK may wait too.
      const withSyn = seg.length === 0 && tcb.rcv.nxt === seqAdd(tcb.irs, 1);
      const [waiting] = next.beyond;
      const reported = waiting === undefined ? [] : tcb.rcv.reported.filter((at) => seqLe(waiting.seq, at));
      const filled = { ...tcb, rcv: { ...tcb.rcv, beyond: next.beyond, reported, owed: withSyn ? tcb.rcv.owed : ('now' as const) } };
      const flags = next.fin ? ((seg.flags | FIN) as typeof seg.flags) : seg.flags;
      const segment = { ...seg, seq: seqAdd(tcb.rcv.nxt, next.length), length: 0, flags };
      return next.length > 0 ? { ...delivered(filled, next.length, 'late', env), segment } : { tcb: filled, segment };
    },
  },
  {
    id: 'other.text.wanted',
    cite: 'RFC 9293 §3.10.3',
    fire: (tcb, _seg, env) => {
      if (tcb.rcv.wanted.length === 0 || tcb.rcv.unread === 0) return null;
      const { calls, length } = served(tcb.rcv);
      return taken({ ...tcb, rcv: { ...tcb.rcv, wanted: tcb.rcv.wanted.slice(calls) } }, length, env);
    },
  },
  {
    id: 'other.text.ignored',
    cite,
    fire: (tcb, seg) => (!receives(tcb) && seg.length > 0 ? { tcb, stop: true } : null),
  },
  {
    id: 'other.fin',
    cite,
    fire: (tcb, seg, env) => {
      if (!receives(tcb) || !finInOrder(tcb, seg)) return null;
      return { tcb: afterFin(tcb, seg, env), effects: [{ type: 'tell', signal: 'connection closing' }] };
    },
  },
];
