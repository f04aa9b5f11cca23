import type { Segment } from '../../tcp/segment.ts';
import type { WireFault } from './wire-fault.ts';

/** One end of a conversation. */
export interface Endpoint {
  /** Canonical text: dotted for IPv4, as RFC 5952 has it for IPv6. */
  readonly address: string;
  /** 0…65535. */
  readonly port: number;
}

/** A TCP segment as a frame of a capture shows it. */
export interface CapturedSegment {
  /** The frame's number, from 1. */
  readonly frame: number;
  /** Milliseconds since the stamp of the first frame of the capture that has one, to the microsecond; negative where the capture is out of order; a frame without a stamp has the time of the frame before it. */
  readonly at: number;
  readonly from: Endpoint;
  readonly to: Endpoint;
  /** With the numbers of the wire; `length` is what the IP header says, whatever was captured of the data. */
  readonly segment: Segment;
  /** Usually none. */
  readonly faults: readonly WireFault[];
}
