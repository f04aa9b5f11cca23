import { readFileSync } from 'node:fs';
import { readWhole } from './read-whole.ts';

/** The IP packets of a recording's capture, without their Ethernet headers. */
export function packetsOf(recording: string): readonly Uint8Array[] {
  const { all } = readWhole(readFileSync(new URL(`recordings/${recording}.pcap`, import.meta.url)));
  return all.map(({ frame }) => frame.octets.slice(14));
}

/** A whole connection, over IPv4 and over IPv6. */
export const IPV4 = packetsOf('02-close-at-once');
export const IPV6 = packetsOf('27-ipv6');
