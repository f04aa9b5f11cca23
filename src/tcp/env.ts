import type { KeepAlive } from './keep-alive.ts';
import type { Profile } from './profile.ts';
import type { Seq } from './seq.ts';

/** TCP Fast Open on a host that uses it (RFC 7413). */
export interface FastOpen {
  /** The cookie that this host gives to the peer, as hexadecimal digits (RFC 7413 §4.1.2). */
  readonly gives: string;
  /** The cookie that the peer has given to this host; null: none yet (RFC 7413 §4.1.3). */
  readonly has: string | null;
  /** The MSS that came with that cookie, octets, where the host has kept it; absent: 536 (RFC 7413 §4.1.3). */
  readonly mss?: number;
}

/** What a step may know beside the endpoint and the event: the hour, and how this host is made. */
export interface Env {
  /** Simulated time, ms. */
  readonly now: number;
  readonly profile: Profile;
  /** The initial sequence number that the host would choose now (RFC 9293 §3.4.1). */
  readonly iss: Seq;
  /** The MSS to announce, octets; larger segments are not sent either. */
  readonly mss: number;
  /** Fast Open; null: the host does not use it. */
  readonly fastOpen: FastOpen | null;
  /** How many octets the user may have handed over and not seen acknowledged; null: any number (RFC 9293 §3.10.2). */
  readonly sendBuffer: number | null;
  /** How long an ACK may wait for company, ms, 0…499 (RFC 9293 §3.8.6.3, MUST-40: less than 0.5 s); 0: not at all; null: as the profile has it. */
  readonly delayedAck: number | null;
  /** Keep-alive, off by default, on where the application asks for it (RFC 9293 §3.8.4, MUST-24, MUST-25): null, or when to probe a silent connection, ms, and how often. */
  readonly keepAlive: KeepAlive | null;
  /** How long sent data may stay unacknowledged, ms; null: as long as the profile retransmits (RFC 9293 §3.8.3, MUST-21; RFC 5482). */
  readonly userTimeout: number | null;
  /** Whether part of a segment waits until the user has more for it, or says that there is no more; it waits no longer than a probe does. */
  readonly cork?: true;
}
