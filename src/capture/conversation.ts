import type { HostId } from '../simulation/scenario.ts';
import type { Endpoint } from '../wire/packet/captured-segment.ts';
import type { Happened } from './happened.ts';

/** Where a segment stands in a capture. */
export interface Place {
  /** The number of its frame, from 1. */
  readonly frame: number;
  /** Octets from the beginning of the file to the frame's record. */
  readonly offset: number;
  /** As `CapturedSegment.at`, ms. */
  readonly at: number;
}

/**
 * One connection of a capture: the segments between two endpoints from one SYN to the next that begins anew. A SYN with
 * another ISN begins a new one only after the end of the last (a RST, or FINs both ways), so that an old duplicate SYN and a
 * half-open connection (RFC 9293 §3.5, Figures 8 and 9) stay with the connection that they disturb; a SYN,ACK with other
 * numbers never does.
 */
export interface Conversation {
  /** From 0, in the order of their first segments. */
  readonly number: number;
  /** A: who sent the first SYN; without one, who did not send the SYN,ACK; without either, the one with the higher port. */
  readonly ends: Readonly<Record<HostId, Endpoint>>;
  /** Segments that each sent. */
  readonly segments: Readonly<Record<HostId, number>>;
  /** Octets of data that each sent, each once, as far as sequence numbers tell. */
  readonly octets: Readonly<Record<HostId, number>>;
  readonly first: Place;
  readonly last: Place;
  /** How many of its segments have something wrong with them on the wire. */
  readonly faulty: number;
  readonly happened: Happened;
}
