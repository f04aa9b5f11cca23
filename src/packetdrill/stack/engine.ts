import type { Profile } from '../../tcp/profile.ts';
import { PROFILES } from '../../tcp/profiles.ts';
import { step, type Step } from '../../tcp/step.ts';
import { closedTcb, type Tcb } from '../../tcp/tcb.ts';
import type { Env } from '../../tcp/env.ts';

/** Everything that the runner asks of the engine goes through this file, so that a change there has one place here. */

/** An endpoint without a connection, whose user takes data only by RECEIVE; `buffer`: its receive buffer, octets. */
export function unopened(buffer: number): Tcb {
  const tcb = closedTcb(buffer);
  return { ...tcb, rcv: { ...tcb.rcv, reading: false } };
}

/** The half-close of `shutdown(SHUT_WR)`. */
export function halfClose(tcb: Tcb, env: Env): Step {
  return step(tcb, { type: 'CLOSE' }, env);
}

/** Whether the peer has closed its side and everything before its FIN has been read. */
export function atEnd(tcb: Tcb): boolean {
  const { state } = tcb;
  const finTaken = state === 'CLOSE-WAIT' || state === 'CLOSING' || state === 'LAST-ACK' || state === 'TIME-WAIT';
  return finTaken && tcb.rcv.unread === 0;
}

/** The profile with what the RFC leaves to the host made as a system does it: the order of the options, how buffers are sized, how long ACKs wait. */
export function asOn(system: 'freebsd' | 'linux', profile: Profile): Profile {
  const { optionLayout, wholeSegments, finAck, dsack, ackDelay, quickAcks } = PROFILES[system];
  // How a system paces its ACKs is more than a delay.
  const waits = quickAcks === 0 ? { ackDelay } : {};
  return { ...profile, optionLayout, wholeSegments, finAck, dsack, ...waits };
}
