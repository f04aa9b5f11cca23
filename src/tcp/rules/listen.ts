import { withInitialWindow } from '../congestion.ts';
import { agreesOnEcn } from '../ecn.ts';
import { COOKIE_GIVEN, showsCookie } from '../fast-open.ts';
import type { Effect } from '../effect.ts';
import { ACK, FIN, RST, SYN, has, without } from '../flags.ts';
import { dataWith, takeSyn } from '../negotiate.ts';
import { acknowledged, emit, rstFor, sendSyn } from '../reply.ts';
import type { ArrivalRule, Outcome } from '../rule.ts';
import type { Tcb } from '../tcb.ts';
import { windowFrom } from './other-ack.ts';
import { delivered } from './other-text.ts';

const cite = 'RFC 9293 §3.10.7.2';

function givesCookie({ agreed }: Tcb): readonly string[] {
  return agreed.cookie === null ? [] : [COOKIE_GIVEN.id];
}

/** SEGMENT ARRIVES in LISTEN. */
export const LISTEN_RULES: readonly ArrivalRule[] = [
  {
    id: 'listen.rst',
    bit: RST,
    cite,
    fire: (tcb, seg) => (has(seg.flags, RST) ? { tcb, stop: true } : null),
  },
  {
    id: 'listen.syn-ack-silent',
    bit: SYN,
    cite,
    fire: (tcb, seg, env) => {
      const silent = env.profile.listenSynAck === 'silent' && has(seg.flags, ACK) && has(seg.flags, SYN);
      return silent ? { tcb, stop: true } : null;
    },
  },
  {
    id: 'listen.ack',
    bit: ACK,
    cite,
    fire: (tcb, seg) => (has(seg.flags, ACK) ? { tcb, effects: [emit(rstFor(seg))], stop: true } : null),
  },
  {
    id: 'listen.syn-fin-dropped',
    bit: FIN,
    cite,
    fire: (tcb, seg, env) => {
      const both = has(seg.flags, SYN) && has(seg.flags, FIN);
      return both && env.profile.listenSynFin === 'drop' ? { tcb, stop: true } : null;
    },
  },
  {
    id: 'listen.fast-open',
    bit: SYN,
    cite: 'RFC 7413 §4.2.2',
    fire: (tcb, seg, env) => {
      if (!showsCookie(seg, env)) return null;
      const taken = takeSyn(tcb, { ...seg, length: 0, flags: without(seg.flags, FIN) }, env);
      const open = withInitialWindow(windowFrom({ ...taken, iss: env.iss, state: 'SYN-RECEIVED' }, seg), env);
      const handed: Outcome = seg.length > 0 ? delivered(open, Math.min(seg.length, open.rcv.wnd), 'plain', env) : { tcb: open };
      // The SYN,ACK acknowledges it.
      const sent = sendSyn(acknowledged(handed.tcb), true, env);
      const effects: readonly Effect[] = [{ type: 'choose ISS', iss: env.iss }, ...(handed.effects ?? []), ...sent.effects];
      return { tcb: sent.tcb, effects, and: agreesOnEcn(sent.tcb), stop: true };
    },
  },
  {
    id: 'listen.syn',
    bit: SYN,
    cite,
    fire: (tcb, seg, env) => {
      if (!has(seg.flags, SYN)) return null;
      const received = { ...takeSyn(tcb, seg, env), iss: env.iss, state: 'SYN-RECEIVED' as const };
      const sent = sendSyn(received, true, env);
      return { tcb: sent.tcb, effects: [{ type: 'choose ISS', iss: env.iss }, ...sent.effects], and: [...agreesOnEcn(sent.tcb), ...givesCookie(sent.tcb), ...dataWith(tcb, seg, env)], stop: true };
    },
  },
  { id: 'listen.other', cite, fire: (tcb) => ({ tcb, stop: true }) },
];
