import type { Stamp } from '../packet/stamp.ts';

/** A frame of a capture file. */
export interface Frame {
  /** From 1, in the order of the file, as Wireshark counts. */
  readonly number: number;
  /** Octets from the beginning of the file, uncompressed, to the frame's record. */
  readonly offset: number;
  /** Null: the file says none (a simple packet block of pcapng). */
  readonly stamp: Stamp | null;
  /** From 0, counted through the whole file; 0 in pcap. */
  readonly interface: number;
  /** What the octets begin with, a LINKTYPE_ number as tcpdump.org lists them. */
  readonly linkType: number;
  /** Octets on the wire. */
  readonly length: number;
  /** What was captured of them; behind the IP packet padding and a frame check sequence may stand. A view that is valid only until the next frame is asked for. */
  readonly octets: Uint8Array;
  /** What the file says about the frame, as text of whoever wrote it, 4 comments of 2,000 letters each at most; empty in pcap. */
  readonly comments: readonly string[];
}
