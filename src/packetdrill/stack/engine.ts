import type { Profile } from '../../tcp/profile.ts';
import { PROFILES } from '../../tcp/profiles.ts';
import { closedTcb, type Tcb } from '../../tcp/tcb.ts';

/** An endpoint without a connection, whose user takes data only by RECEIVE; `buffer`: its receive buffer, octets. */
export function unopened(buffer: number): Tcb {
  const tcb = closedTcb(buffer);
  return { ...tcb, rcv: { ...tcb.rcv, reading: false } };
}

/** The profile with what the RFC leaves to the host made as a system does it: the order of the options, how buffers are sized, how long ACKs wait. */
export function asOn(system: 'freebsd' | 'linux', profile: Profile): Profile {
  const { optionLayout, wholeSegments, finAck, dsack, ackDelay, quickAcks } = PROFILES[system];
  // How a system paces its ACKs is more than a delay.
  const waits = quickAcks === 0 ? { ackDelay } : {};
  return { ...profile, optionLayout, wholeSegments, finAck, dsack, ...waits };
}
