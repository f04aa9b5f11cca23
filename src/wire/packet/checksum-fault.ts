import { TCP } from '../checksum.ts';
import { onesAdd, onesSum } from '../ones-sum.ts';
import type { IpPacket } from './ip-packet.ts';
import { u16 } from './read-number.ts';
import type { WireFault } from './wire-fault.ts';

/** What the checksum of a TCP segment says that was captured whole; null: it is right (RFC 9293 §3.1, MUST-3). */
export function checksumFault(octets: Uint8Array, packet: IpPacket): WireFault | null {
  const { version, source, destination, at, length } = packet;
  const size = version === 4 ? 4 : 16;
  const addresses = onesSum(octets, destination, destination + size, onesSum(octets, source, source + size));
  const unsized = onesAdd(addresses, TCP);
  // Of a length beyond 16 bits both halves count (RFC 8200 §8.1).
  const pseudo = onesAdd(unsized, length);
  const sum = onesSum(octets, at, at + length, pseudo);
  if (sum === 0xffff) return null;
  const found = u16(octets, at + 16);
  // Systems that have the card cut the data into segments may leave the length out, too.
  if (found === pseudo || found === unsized) return { type: 'checksum not filled in' };
  return { type: 'checksum bad', found, expected: 0xffff - onesAdd(sum, 0xffff - found) };
}
