import type { Seq } from './seq.ts';

/** A run of octets that a SACK option reports as received: from `left` to before `right` (RFC 2018 §3). */
export interface SackBlock {
  readonly left: Seq;
  readonly right: Seq;
}

/** The timestamps option (RFC 7323 §3.2), both values 32 bits, ms. */
export interface Timestamps {
  /** TSval: the sender's clock. */
  readonly val: number;
  /** TSecr: the echo of the peer's TSval; 0 where there is nothing to echo. */
  readonly ecr: number;
}

/** The options of a segment, of any segment (RFC 9293 §3.1, MUST-5); an absent key is an absent option (§3.2). */
export interface Options {
  /** Maximum Segment Size, 16 bits, octets; on a SYN only (RFC 9293 §3.7.1). */
  readonly mss?: number;
  /** Window scale, the shift 0…14; on a SYN only (RFC 7323 §2.2). */
  readonly wscale?: number;
  /** SACK-permitted; on a SYN only (RFC 2018 §2). */
  readonly sackPermitted?: true;
  /** SACK blocks, the most recent first, one to four (RFC 2018 §3). */
  readonly sack?: readonly SackBlock[];
  readonly ts?: Timestamps;
  /** The Fast Open cookie as hexadecimal digits; empty: one is asked for; on a SYN only (RFC 7413 §4.1.1). */
  readonly fastOpen?: string;
}

/** No options at all. */
export const NO_OPTIONS: Options = Object.freeze({});

/** The largest shift of the window scale option (RFC 7323 §2.3). */
export const MAX_WSCALE = 14;
