import { ECN_ASKED, offersEcn } from '../ecn.ts';
import { COOKIE_ASKED, COOKIE_SHOWN } from '../fast-open.ts';
import type { UserCall } from '../event.ts';
import { offeredBuffer } from '../negotiate.ts';
import { openingSyn } from '../reply.ts';
import type { Rule, Outcome } from '../rule.ts';
import type { Env } from '../env.ts';
import type { Tcb } from '../tcb.ts';

const cite = 'RFC 9293 §3.10.1';

/** What a SYN asks of the peer beside the connection. */
function asks(env: Env): readonly string[] {
  const cookie = env.fastOpen === null ? [] : [env.fastOpen.has === null ? COOKIE_ASKED.id : COOKIE_SHOWN.id];
  return [...(offersEcn(0, env) ? [ECN_ASKED.id] : []), ...cookie];
}

/** Chooses an ISS and sends a SYN; the endpoint enters SYN-SENT. */
export function openActively(tcb: Tcb, env: Env): Outcome {
  const opened: Tcb = { ...tcb, state: 'SYN-SENT', opened: 'active', iss: env.iss, rcv: offeredBuffer(tcb.rcv, env) };
  const sent = openingSyn(opened, env);
  return { tcb: sent.tcb, effects: [{ type: 'choose ISS', iss: env.iss }, ...sent.effects], and: asks(env) };
}

/**
 * The OPEN call. Who may open what, and for whom, is no matter here: an endpoint has one user, its peer is the host at the
 * other end, and there is room for it. So nobody is told of an illegal connection, an unspecified remote socket, or of a
 * security compartment or Diffserv value that is not allowed.
 */
export const OPEN_RULES: readonly Rule<Extract<UserCall, { type: 'OPEN' }>>[] = [
  {
    id: 'open.passive',
    cite,
    fire: (tcb, call) => {
      if (tcb.state !== 'CLOSED' || call.mode !== 'passive') return null;
      return { tcb: { ...tcb, state: 'LISTEN', opened: 'passive' }, stop: true };
    },
  },
  {
    id: 'open.active',
    cite,
    fire: (tcb, call, env) => {
      const free = tcb.state === 'CLOSED' || tcb.state === 'LISTEN';
      if (!free || call.mode !== 'active') return null;
      const bringing = call.length === undefined ? tcb : { ...tcb, snd: { ...tcb.snd, unsent: call.length } };
      return { ...openActively(bringing, env), stop: true };
    },
  },
  {
    id: 'open.exists',
    cite,
    fire: (tcb) => ({ tcb, effects: [{ type: 'tell', signal: 'error: connection already exists' }], stop: true }),
  },
];
