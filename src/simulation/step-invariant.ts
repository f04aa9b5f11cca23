import type { Effect } from '../tcp/effect.ts';
import type { Env } from '../tcp/env.ts';
import type { TcpEvent } from '../tcp/event.ts';
import { RST, SYN, has } from '../tcp/flags.ts';
import { segLen, type Segment } from '../tcp/segment.ts';
import { seqAdd, seqDiff, seqGe, seqLe, type Seq } from '../tcp/seq.ts';
import { SYNCHRONIZED, type State } from '../tcp/state.ts';
import { TIMERS, type Tcb } from '../tcp/tcb.ts';

/** One step of an endpoint, to be judged. */
export interface Stepped {
  readonly before: Tcb;
  readonly event: TcpEvent;
  readonly effects: readonly Effect[];
  readonly after: Tcb;
}

/** Where each state may lead (RFC 9293, Figure 5, its notes 1 to 3, and the ends by RST, ABORT and time-out). */
const LEADS_TO: Readonly<Record<State, readonly State[]>> = {
  CLOSED: ['LISTEN', 'SYN-SENT'],
  LISTEN: ['SYN-SENT', 'SYN-RECEIVED', 'CLOSED'],
  'SYN-SENT': ['SYN-RECEIVED', 'ESTABLISHED', 'CLOSED'],
  // Back to TIME-WAIT where the SYN that opened it again was an old duplicate (RFC 9293 §3.6.1, MAY-2).
  'SYN-RECEIVED': ['ESTABLISHED', 'FIN-WAIT-1', 'LISTEN', 'CLOSED', 'TIME-WAIT'],
  ESTABLISHED: ['FIN-WAIT-1', 'CLOSE-WAIT', 'CLOSED'],
  'FIN-WAIT-1': ['FIN-WAIT-2', 'CLOSING', 'CLOSED'],
  'FIN-WAIT-2': ['TIME-WAIT', 'CLOSED'],
  'CLOSE-WAIT': ['LAST-ACK', 'CLOSED'],
  CLOSING: ['TIME-WAIT', 'CLOSED'],
  'LAST-ACK': ['CLOSED'],
  // A new SYN may open the connection again (RFC 9293 §3.6.1, MAY-2).
  'TIME-WAIT': ['CLOSED', 'SYN-RECEIVED'],
};

/** Past its handshake before and after: the variables of the one go on from those of the other. */
function goesOn({ before, after }: Stepped): boolean {
  return SYNCHRONIZED.includes(before.state) && SYNCHRONIZED.includes(after.state);
}

/** Where the octets begin that the user has not got yet. */
function undelivered({ state, rcv }: Tcb): Seq {
  const fin = state === 'CLOSE-WAIT' || state === 'CLOSING' || state === 'LAST-ACK' || state === 'TIME-WAIT' ? 1 : 0;
  return seqAdd(rcv.nxt, -rcv.unread - fin);
}

function deliversInOrder({ before, effects, after }: Stepped): boolean {
  const deliveries = effects.filter((effect) => effect.type === 'deliver');
  const first = deliveries[0];
  if (first === undefined) return true;
  const end = deliveries.reduce<Seq | null>((at, { seq, length }) => (at === seq && length > 0 ? seqAdd(seq, length) : null), first.seq);
  if (end === null) return false;
  return !SYNCHRONIZED.includes(before.state) || (undelivered(before) === first.seq && (after.state === 'CLOSED' || undelivered(after) === end));
}

function edge({ rcv }: Tcb): Seq {
  return seqAdd(rcv.nxt, rcv.wnd);
}

function sent({ effects }: Stepped): readonly Segment[] {
  return effects.flatMap((effect) => (effect.type === 'emit' ? [effect.segment] : []));
}

const HOLDS = Object.entries<(stepped: Stepped, env: Env) => boolean>({
  'a state leads only where RFC 9293, Figure 5, says': ({ effects }) =>
    effects.every((effect) => effect.type !== 'state' || LEADS_TO[effect.from].includes(effect.to)),
  'RCV.NXT never goes back': (stepped) => !goesOn(stepped) || seqGe(stepped.after.rcv.nxt, stepped.before.rcv.nxt),
  'SND.UNA never goes back': (stepped) => !goesOn(stepped) || seqGe(stepped.after.snd.una, stepped.before.snd.una),
  'SND.NXT never goes back': (stepped) => !goesOn(stepped) || seqGe(stepped.after.snd.nxt, stepped.before.snd.nxt),
  'the right edge of the window never goes back': (stepped) => !goesOn(stepped) || seqGe(edge(stepped.after), edge(stepped.before)),
  'no new data goes beyond the window of the peer, but for a probe of one octet': ({ effects, after }) =>
    effects.every((effect) => {
      if (effect.type !== 'emit' || effect.transmission > 1 || effect.segment.length === 0 || after.state === 'CLOSED') return true;
      // With a first SYN no window is known yet (RFC 7413 §4.2.1).
      if (has(effect.segment.flags, SYN)) return true;
      return seqDiff(seqAdd(effect.segment.seq, effect.segment.length), after.snd.una) <= Math.max(1, after.snd.wnd);
    }),
  'octets are delivered once and in order': deliversInOrder,
  'no timer is set in the past': ({ after, before }, env) =>
    TIMERS.every((timer) => after.timers[timer] === null || after.timers[timer] === before.timers[timer] || after.timers[timer] >= env.now),
  'the RTO lies within the bounds of the profile': ({ after }, { profile }) => {
    const { rto } = after.rto;
    return rto === 0 || (rto >= Math.min(profile.rtoMin, profile.rtoInitial) && rto <= Math.max(profile.rtoMax, profile.rtoInitial));
  },
  'no RST is answered by a RST': (stepped) => {
    const { event } = stepped;
    return event.type !== 'SEGMENT ARRIVES' || !has(event.segment.flags, RST) || sent(stepped).every((segment) => !has(segment.flags, RST));
  },
  'an open connection sends between SND.UNA − 1 and SND.NXT, and acknowledges RCV.NXT': (stepped) => {
    const { before, after } = stepped;
    if (!goesOn(stepped)) return true;
    return sent(stepped).every((segment) => {
      if (has(segment.flags, RST)) return true;
      const end = seqAdd(segment.seq, segLen(segment));
      const synAgain = !has(segment.flags, SYN) || segment.seq === before.snd.una;
      return synAgain && seqDiff(segment.seq, before.snd.una) >= -1 && seqLe(end, after.snd.nxt) && seqLe(before.rcv.nxt, segment.ack) && seqLe(segment.ack, after.rcv.nxt);
    });
  },
  'every field sent fits its place': (stepped) =>
    sent(stepped).every(({ seq, ack, wnd, up, length }) => [seq, ack].every((n) => n >>> 0 === n) && [wnd, up, length].every((n) => Number.isInteger(n) && n >= 0 && n <= 0xffff)),
});

/** The names of the invariants that a step broke; empty where it kept all. */
export function brokenBy(stepped: Stepped, env: Env): readonly string[] {
  return HOLDS.flatMap(([invariant, holds]) => (holds(stepped, env) ? [] : [invariant]));
}
