import type { CapturedSegment } from './captured-segment.ts';

/** Why a frame shows no TCP segment. */
export type OtherFrame =
  /** The capture says a link layer that is not read; its LINKTYPE_ number. */
  | { readonly what: 'link type'; readonly linkType: number }
  /** Neither IPv4 nor IPv6: the EtherType, or the BSD protocol family, or the version that stands where an IP header's should; ARP is 0x0806. */
  | { readonly what: 'not IP'; readonly protocol: number }
  /** IP with another protocol: UDP is 17, ICMP 1, ICMPv6 58. */
  | { readonly what: 'not TCP'; readonly protocol: number }
  /** A part of a larger packet of this protocol (behind IPv6 what the first extension header is): octets from `at` on; the `first` alone has a TCP header (RFC 791 §3.2, RFC 8200 §4.5). */
  | { readonly what: 'fragment'; readonly protocol: number; readonly at: number; readonly first: boolean }
  /** So little was captured that a header ends within it: which one. */
  | { readonly what: 'cut'; readonly header: 'link' | 'IP' | 'TCP' }
  /** A header that contradicts itself: a header length that is too small or beyond the packet, or a packet too small for a TCP header. */
  | { readonly what: 'malformed'; readonly header: 'link' | 'IP' | 'TCP' };

/** What a frame is. */
export type Decoded = ({ readonly type: 'segment' } & CapturedSegment) | ({ readonly type: 'other' } & OtherFrame);
