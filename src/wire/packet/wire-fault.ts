/**
 * What is wrong with a segment as it stands in a capture, or with what was captured of it.
 * A receiver drops a segment with `checksum bad` or `data offset`, if what it got is what was captured.
 */
export type WireFault =
  /** The checksum of the TCP header is not what the octets give; both 0…65535 (RFC 9293 §3.1, MUST-3). */
  | { readonly type: 'checksum bad'; readonly found: number; readonly expected: number }
  /** The checksum is that of the pseudo-header alone: captured in the sender, before the network card filled it in. */
  | { readonly type: 'checksum not filled in' }
  /** The IP header's own checksum is not what its octets give; both 0…65535 (RFC 791 §3.1). One of 0 is not told: the network card fills it in. */
  | { readonly type: 'IP checksum bad'; readonly found: number; readonly expected: number }
  /** The IP header says a length of 0, as systems do that leave the cutting to the network card; the length is the frame's. */
  | { readonly type: 'IP length absent' }
  /** The length is in a jumbo payload option, octets behind the IPv6 header: an offloaded segment, or a link that carries such (RFC 2675 §2). */
  | { readonly type: 'jumbogram'; readonly length: number }
  /** The IP header says more octets than the frame had on the wire: `missing` of them are in no frame. */
  | { readonly type: 'IP length beyond frame'; readonly missing: number }
  /** Of the header and data only a beginning was captured: `missing` octets of the frame are not in the file; the checksum cannot be judged. */
  | { readonly type: 'cut'; readonly missing: number }
  /** Data Offset, in 32-bit words, is less than the fixed header or more than the segment; options and data are unknown, `length` is 0 (RFC 9293 §3.1). */
  | { readonly type: 'data offset'; readonly words: number }
  /** An option whose length, in octets, is impossible for its kind or goes beyond the header; it and what follows is not read (RFC 9293 §3.2, MUST-7). `length` null: the header ends before it. */
  | { readonly type: 'option length'; readonly kind: number; readonly length: number | null }
  /** A shift above 14; the segment's options say 14, as the receiver must take it (RFC 7323 §2.3). */
  | { readonly type: 'window scale'; readonly shift: number }
  /** Bits that must be zero are set; the four of them as a number, 1…15 (RFC 9293 §3.1). */
  | { readonly type: 'reserved bits'; readonly bits: number };
