import type { Frame } from '../file/frame.ts';
import { packetIn } from './packet-in.ts';
import { u8 } from './read-number.ts';

/** A copy of the TCP header that a frame carries, options included; null where there is none, or it was not captured as a whole. */
export function tcpOctets({ octets, length, linkType }: Frame): Uint8Array | null {
  const packet = packetIn(linkType, octets, Math.max(length, octets.length));
  if ('what' in packet || octets.length < packet.at + 20) return null;
  const size = (u8(octets, packet.at + 12) >> 4) * 4;
  return size >= 20 && size <= packet.length && packet.at + size <= octets.length ? octets.slice(packet.at, packet.at + size) : null;
}
