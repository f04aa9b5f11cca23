import type { TcpEvent } from '../../tcp/event.ts';
import type { Profile } from '../../tcp/profile.ts';
import { PROFILES } from '../../tcp/profiles.ts';
import { step, type Step } from '../../tcp/step.ts';
import { TIMERS, closedTcb, type Tcb } from '../../tcp/tcb.ts';
import type { Env } from '../../tcp/env.ts';
import { TIMEOUTS } from '../../tcp/timeout.ts';

/** Everything that the runner asks of the engine goes through this file, so that a change there has one place here. */

/** The earliest timer of an endpoint, with when it expires, ms; null: none runs. */
export function nextTimer(tcb: Tcb): { readonly at: number; readonly event: TcpEvent } | null {
  let first: { at: number; event: TcpEvent } | null = null;
  for (const name of TIMERS) {
    const at = tcb.timers[name];
    if (at !== null && (first === null || at < first.at)) first = { at, event: TIMEOUTS[name] };
  }
  return first;
}

/** An endpoint without a connection, whose user takes data only by RECEIVE; `buffer`: its receive buffer, octets. */
export function unopened(buffer: number): Tcb {
  const tcb = closedTcb(buffer);
  return { ...tcb, rcv: { ...tcb.rcv, reading: false } };
}

/** The half-close of `shutdown(SHUT_WR)`: CLOSE, but data that was not read yet is no reason to reset. */
export function halfClose(tcb: Tcb, env: Env): Step {
  return step(tcb, { type: 'CLOSE' }, { ...env, profile: { ...env.profile, rstOnUnread: false } });
}

/** Whether the peer has closed its side and everything before its FIN has been read. */
export function atEnd(tcb: Tcb): boolean {
  const { state } = tcb;
  const finTaken = state === 'CLOSE-WAIT' || state === 'CLOSING' || state === 'LAST-ACK' || state === 'TIME-WAIT';
  return finTaken && tcb.rcv.unread === 0;
}

/** The profile with what the RFC leaves to the host made as a system does it: the order of the options, and how buffers are sized. */
export function asOn(system: 'freebsd' | 'linux', profile: Profile): Profile {
  const { optionLayout, wholeSegments } = PROFILES[system];
  return { ...profile, optionLayout, wholeSegments };
}
