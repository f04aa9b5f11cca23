/** LINKTYPE_ETHERNET, what the frames of written captures begin with. */
export const ETHERNET = 1;

/** A frame that is to be written into a capture file. */
export interface WrittenFrame {
  /** Microseconds since the beginning of 1970, UTC. */
  readonly at: number;
  readonly octets: Uint8Array;
  /** Whether the host where the capture was taken sent it or got it. */
  readonly way: 'out' | 'in';
  /** What is remarked on it, in any language; empty: nothing. */
  readonly comment: string;
}
