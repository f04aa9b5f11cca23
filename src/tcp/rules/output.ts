import type { Effect } from '../effect.ts';
import type { Env } from '../env.ts';
import { ACK, FIN, PSH, flagsOf } from '../flags.ts';
import { acknowledged, answerAck, emit, segmentFrom } from '../reply.ts';
import { startRetransmission } from '../retransmission.ts';
import type { Rule } from '../rule.ts';
import { segLen } from '../segment.ts';
import { seqAdd, seqDiff } from '../seq.ts';
import type { Tcb } from '../tcb.ts';

function synchronized(tcb: Tcb): boolean {
  switch (tcb.state) {
    case 'CLOSED':
    case 'LISTEN':
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
    case 'TIME-WAIT':
      return false;
    default:
      return true;
  }
}

/** Octets that the peer's window still has room for; none where it was shrunk behind SND.NXT. */
function room(tcb: Tcb): number {
  return Math.max(0, seqDiff(seqAdd(tcb.snd.una, tcb.snd.wnd), tcb.snd.nxt));
}

/** One segment of queued data, PSH on the last (RFC 9293 §3.9.1.2), with the FIN if it ends the queue; FIN needs no window. */
function sendOne(tcb: Tcb, env: Env): { readonly tcb: Tcb; readonly effect: Effect } {
  const length = Math.min(tcb.snd.unsent, tcb.snd.mss, room(tcb));
  const last = length === tcb.snd.unsent;
  const fin = last && tcb.snd.fin === 'queued';
  const flags = flagsOf(ACK, ...(last && length > 0 ? [PSH] : []), ...(fin ? [FIN] : []));
  const segment = segmentFrom(tcb, env, flags, tcb.snd.nxt, length);
  const snd = {
    ...tcb.snd,
    nxt: seqAdd(tcb.snd.nxt, segLen(segment)),
    unsent: tcb.snd.unsent - length,
    fin: fin ? ('sent' as const) : tcb.snd.fin,
  };
  return { tcb: startRetransmission(acknowledged({ ...tcb, snd }), segment, env), effect: emit(segment) };
}

/** What leaves at the end of every event: queued data, the FIN behind it, and any ACK that found no company. */
export const OUTPUT_RULES: readonly Rule<null>[] = [
  {
    id: 'output.close',
    cite: 'RFC 9293 §3.10.4',
    fire: (tcb) => {
      if (tcb.snd.fin !== 'queued') return null;
      if (tcb.state === 'ESTABLISHED') return { tcb: { ...tcb, state: 'FIN-WAIT-1' } };
      return tcb.state === 'CLOSE-WAIT' ? { tcb: { ...tcb, state: 'LAST-ACK' } } : null;
    },
  },
  {
    id: 'output.data',
    cite: 'RFC 9293 §3.10.2',
    fire: (tcb, _none, env) => {
      if (!synchronized(tcb) || tcb.snd.unsent === 0 || room(tcb) === 0) return null;
      const effects: Effect[] = [];
      let next = tcb;
      while (next.snd.unsent > 0 && room(next) > 0) {
        const one = sendOne(next, env);
        effects.push(one.effect);
        next = one.tcb;
      }
      return { tcb: next, effects };
    },
  },
  {
    id: 'output.fin',
    cite: 'RFC 9293 §3.10.4',
    fire: (tcb, _none, env) => {
      if (!synchronized(tcb) || tcb.snd.fin !== 'queued' || tcb.snd.unsent > 0) return null;
      const one = sendOne(tcb, env);
      return { tcb: one.tcb, effects: [one.effect] };
    },
  },
  {
    id: 'output.ack',
    cite: 'RFC 9293 §3.10.7.4',
    fire: (tcb, _none, env) => (tcb.rcv.owed === 'now' ? answerAck(tcb, env) : null),
  },
  {
    id: 'output.ack-later',
    cite: 'RFC 9293 §3.8.6.3',
    fire: (tcb, _none, env) => {
      if (tcb.rcv.owed !== 'later' || tcb.timers['delayed-ack'] !== null) return null;
      return { tcb: { ...tcb, timers: { ...tcb.timers, 'delayed-ack': env.now + env.delayedAck } } };
    },
  },
];
