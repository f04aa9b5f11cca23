import { ACK, FIN, SYN, has, type Flags } from './flags.ts';
import { NO_OPTIONS, type Options } from './option.ts';
import { seq, type Seq } from './seq.ts';

/** What the IP header says of congestion (RFC 3168 §5): the segment may not be marked, it may be, or a router has marked it. */
export type EcnField = 'not-ECT' | 'ECT' | 'CE';

/** The largest value of a field of 16 bits: window and urgent pointer (RFC 9293 §3.1). */
export const MAX_FIELD = 0xffff;

/** A TCP segment as the protocol sees it. The octets of data are not kept: sequence numbers name them. */
export interface Segment {
  readonly seq: Seq;
  /** The acknowledgment number; 0 where the ACK bit is off. */
  readonly ack: Seq;
  readonly flags: Flags;
  /** The window field as sent, 0…65535, unscaled. */
  readonly wnd: number;
  /** The urgent pointer, 0…65535, significant with URG only. */
  readonly up: number;
  /** Octets of data. */
  readonly length: number;
  readonly options: Options;
  /** Set beside the segment, in the IP header. */
  readonly ecn: EcnField;
}

/** SEG.LEN: the octets that the segment occupies in sequence space, SYN and FIN counted (RFC 9293 §3.4). */
export function segLen(segment: Pick<Segment, 'length' | 'flags'>): number {
  return segment.length + (segment.flags & SYN ? 1 : 0) + (segment.flags & FIN ? 1 : 0);
}

/** A segment with these fields, all others empty; ACK=0 where the bit is off. */
export function segmentOf(fields: Partial<Segment> & Pick<Segment, 'flags'>): Segment {
  return {
    seq: fields.seq ?? seq(0),
    ack: has(fields.flags, ACK) ? (fields.ack ?? seq(0)) : seq(0),
    flags: fields.flags,
    wnd: fields.wnd ?? 0,
    up: fields.up ?? 0,
    length: fields.length ?? 0,
    options: fields.options ?? NO_OPTIONS,
    ecn: fields.ecn ?? 'not-ECT',
  };
}
