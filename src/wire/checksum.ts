import { onesSum } from './ones-sum.ts';

/** The protocol number of TCP in an IP header. */
export const TCP = 6;

/** Octets of an IPv4 address. */
const IPV4 = 4;

/** The Internet checksum, 0…65535: the complement of the one's complement sum of all 16-bit words; each part but the last has an even number of octets (RFC 9293 §3.1). */
export function checksum(...parts: readonly Uint8Array[]): number {
  return 0xffff - parts.reduce((sum, part) => onesSum(part, 0, part.length, sum), 0);
}

/** What the checksum covers besides the segment, between two addresses of 4 or of 16 octets: both addresses, the length of header and data in octets, and the protocol (RFC 9293 §3.1, MUST-2, MUST-3; for IPv6 RFC 8200 §8.1). */
export function pseudoHeader(from: Uint8Array, to: Uint8Array, length: number): Uint8Array {
  if (from.length === IPV4) return Uint8Array.of(...from, ...to, 0, TCP, length >> 8, length);
  return Uint8Array.of(...from, ...to, length >> 24, length >> 16, length >> 8, length, 0, 0, 0, TCP);
}
