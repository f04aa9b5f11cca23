import { ADDRESSES } from '../simulation/connections.ts';
import { peerOf, type HostId } from '../simulation/scenario.ts';

/** The protocol number of TCP in an IP header. */
const TCP = 6;

/** The Internet checksum, 0…65535: the complement of the one's complement sum of all 16-bit words; each part but the last has an even number of octets (RFC 9293 §3.1). */
export function checksum(...parts: readonly Uint8Array[]): number {
  let sum = 0;
  for (const part of parts) part.forEach((octet, place) => (sum += place % 2 === 0 ? octet << 8 : octet));
  // Carries come back in at the low end, and may carry once more.
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 0x10000);
  return 0xffff - sum;
}

/** The octets of a host's IPv4 address. */
export function addressOf(host: HostId): readonly number[] {
  return ADDRESSES[host].split('.').map(Number);
}

/** What the checksum covers besides the segment: both addresses, a zero, the protocol and the length of header and data, octets (RFC 9293 §3.1, MUST-2, MUST-3). */
export function pseudoHeader(from: HostId, length: number): Uint8Array {
  return Uint8Array.from([...addressOf(from), ...addressOf(peerOf(from)), 0, TCP, length >> 8, length]);
}
