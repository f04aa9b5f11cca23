import { agreesOnEcn } from '../ecn.ts';
import { COOKIE_KEPT, cookieIn } from '../fast-open.ts';
import { ACK, FIN, RST, SYN, has, without } from '../flags.ts';
import { quickened } from '../ack-pace.ts';
import { withInitialWindow } from '../congestion.ts';
import type { Env } from '../env.ts';
import { dataWith, takeSyn } from '../negotiate.ts';
import { acknowledge } from '../retransmission.ts';
import { emit, rstFor, sendSyn } from '../reply.ts';
import type { ArrivalRule } from '../rule.ts';
import type { Segment } from '../segment.ts';
import { seqAdd, seqGt, seqLe } from '../seq.ts';
import { forgotten, type Tcb } from '../tcb.ts';
import { windowFrom } from './other-ack.ts';
import { trimmed } from './other-seq.ts';

const cite = 'RFC 9293 §3.10.7.3';

function ackRefused(tcb: Tcb, seg: Segment): boolean {
  return has(seg.flags, ACK) && (seqLe(seg.ack, tcb.iss) || seqGt(seg.ack, tcb.snd.nxt));
}

/** The SYN that the peer could not place goes out again soon, where the profile has it so and the SYN was sent only once. */
function soonAgain(tcb: Tcb, env: Env): Tcb {
  const soon = env.profile.synAgainAfterBadAck;
  if (soon === null || tcb.queue[0]?.transmissions !== 1) return tcb;
  return { ...tcb, timers: { ...tcb.timers, retransmission: env.now + soon } };
}

/** SEGMENT ARRIVES in SYN-SENT, in the order first (ACK), second (RST), fourth (SYN), fifth. */
export const SYN_SENT_RULES: readonly ArrivalRule[] = [
  {
    id: 'syn-sent.ack.bad-rst',
    cite,
    fire: (tcb, seg, env) => (ackRefused(tcb, seg) && has(seg.flags, RST) ? { tcb: soonAgain(tcb, env), stop: true } : null),
  },
  {
    id: 'syn-sent.ack.bad',
    cite,
    fire: (tcb, seg, env) => (ackRefused(tcb, seg) ? { tcb: soonAgain(tcb, env), effects: [emit(rstFor(seg))], stop: true } : null),
  },
  {
    id: 'syn-sent.rst.reset',
    cite,
    fire: (tcb, seg) => {
      if (!has(seg.flags, RST) || !has(seg.flags, ACK)) return null;
      return { tcb: forgotten(tcb), effects: [{ type: 'tell', signal: 'connection reset' }], stop: true };
    },
  },
  {
    id: 'syn-sent.rst.no-ack',
    cite,
    fire: (tcb, seg) => (has(seg.flags, RST) ? { tcb, stop: true } : null),
  },
  {
    id: 'syn-sent.syn-fin-dropped',
    bit: FIN,
    cite,
    fire: (tcb, seg, env) => (env.profile.synSentSynFin === 'drop' && has(seg.flags, SYN) && has(seg.flags, FIN) ? { tcb, stop: true } : null),
  },
  {
    id: 'syn-sent.syn-ack',
    cite,
    fire: (tcb, seg, env) => {
      if (!has(seg.flags, SYN) || !has(seg.flags, ACK)) return null;
      const synchronized = withInitialWindow(windowFrom(acknowledge(takeSyn(tcb, seg, env), seg, env), seg), env);
      const paced = synchronized.snd.unsent > 0 ? quickened(synchronized, env) : synchronized;
      const cookie = cookieIn(seg, env);
      return {
        tcb: { ...paced, state: 'ESTABLISHED', rcv: { ...paced.rcv, beyond: [], owed: 'now' } },
        effects: [...(cookie === null ? [] : [{ type: 'cookie', cookie } as const]), { type: 'tell', signal: 'connected' }],
        segment: trimmed(synchronized, { ...seg, seq: seqAdd(seg.seq, 1), flags: without(seg.flags, SYN) }),
        and: [...agreesOnEcn(synchronized), ...(cookie === null ? [] : [COOKIE_KEPT.id])],
      };
    },
  },
  {
    id: 'syn-sent.data-left',
    cite: 'RFC 7413 §4.2.1, RFC 9293 §3.10.7.3',
    fire: (tcb) => {
      if (tcb.state !== 'ESTABLISHED' || tcb.queue.length === 0) return null;
      if (tcb.congestion.rack !== null) return { tcb: { ...tcb, queue: tcb.queue.map((entry) => ({ ...entry, loss: 'lost' as const })) } };
      return { tcb: { ...tcb, congestion: { ...tcb.congestion, lost: { next: tcb.snd.una, to: tcb.snd.nxt } } } };
    },
  },
  {
    // Both sides open at once (MUST-10). The timer of the SYN runs on: the SYN,ACK has the SYN in it that it was set for (RFC 6298 §5.1).
    id: 'syn-sent.syn',
    cite,
    fire: (tcb, seg, env) => {
      if (!has(seg.flags, SYN)) return null;
      const crossed = windowFrom({ ...takeSyn(tcb, seg, env), state: 'SYN-RECEIVED' }, seg);
      return { ...sendSyn(crossed, true, env), and: [...agreesOnEcn(crossed), ...dataWith(tcb, seg, env)], stop: true };
    },
  },
  { id: 'syn-sent.other', cite, fire: (tcb) => (tcb.state === 'SYN-SENT' ? { tcb, stop: true } : null) },
];
