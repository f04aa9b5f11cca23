import type { Segment } from './segment.ts';

/** The user calls of RFC 9293 §3.9.1. CLOSE means "no more data from me": the user goes on reading (half-close). */
export type UserCall =
  /** `length`: octets of data that an active OPEN brings, for the SYN where Fast Open has a cookie, else for later (RFC 7413 §2). */
  | { readonly type: 'OPEN'; readonly mode: 'active' | 'passive'; readonly length?: number }
  | { readonly type: 'SEND'; /** Octets of data. */ readonly length: number; /** Whether the last of them is urgent. */ readonly urgent?: true; /** Whether more will follow: then PSH does not end them. */ readonly more?: true; /** Whether a segment has to end with the last of them. */ readonly ends?: true }
  /** Takes up to `length` octets of what has been received. */
  | { readonly type: 'RECEIVE'; readonly length: number }
  /** `reading`: whether the user takes everything as it comes, or only by RECEIVE. */
  | { readonly type: 'READING'; readonly reading: boolean }
  /** `both`: the user ends its reading too, as `close()` of a socket does (RFC 9293 §3.6.1, MAY-1). */
  | { readonly type: 'CLOSE'; readonly both?: true }
  | { readonly type: 'ABORT' }
  | { readonly type: 'STATUS' };

/** Everything that can happen to an endpoint (RFC 9293 §3.10). */
export type TcpEvent =
  | UserCall
  | { readonly type: 'SEGMENT ARRIVES'; readonly segment: Segment }
  | { readonly type: 'RETRANSMISSION TIMEOUT' }
  | { readonly type: 'TIME-WAIT TIMEOUT' }
  | { readonly type: 'DELAYED ACK TIMEOUT' }
  | { readonly type: 'PERSIST TIMEOUT' }
  | { readonly type: 'KEEP-ALIVE TIMEOUT' }
  | { readonly type: 'USER TIMEOUT' };
