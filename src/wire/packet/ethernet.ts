import { joined } from '../joined.ts';
import { ETHER_TYPE } from './ether-type.ts';

/** A hardware address, six octets. */
export type HardwareAddress = readonly [number, number, number, number, number, number];

/** An Ethernet frame without a frame check sequence, as captures have it: destination, source, EtherType, then an IP packet. */
export function ethernetFrame(from: HardwareAddress, to: HardwareAddress, packet: Uint8Array): Uint8Array {
  const type = (packet[0] ?? 0) >> 4 === 6 ? ETHER_TYPE.ipv6 : ETHER_TYPE.ipv4;
  return joined([Uint8Array.of(...to, ...from, type >> 8, type), packet]);
}
