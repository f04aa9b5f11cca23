import type { Profile } from './profile.ts';
import type { Seq } from './seq.ts';

/** What a step may know beside the endpoint and the event: the hour, and how this host is made. */
export interface Env {
  /** Simulated time, ms. */
  readonly now: number;
  readonly profile: Profile;
  /** The initial sequence number that the host would choose now (RFC 9293 §3.4.1). */
  readonly iss: Seq;
  /** The MSS to announce, octets. */
  readonly mss: number;
  /** How long an ACK may wait for company, ms, 0…500 (RFC 9293 §3.8.6.3, MUST-59: less than 0.5 s); 0: not at all. */
  readonly delayedAck: number;
}
