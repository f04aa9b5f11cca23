import type { OtherFrame } from './decoded.ts';
import type { IpPacket } from './ip-packet.ts';
import { readIpv4 } from './ipv4.ts';
import { readIpv6 } from './ipv6.ts';
import { carriedBy, type Carried } from './link-layer.ts';
import { tunnelled } from './tunnel.ts';

/** How many packets in packets are looked into. */
const DEEPEST = 8;

/** The IP packet with TCP that a frame carries, of `wire` octets on the wire, through tunnels, too; or what it carries instead. */
export function packetIn(linkType: number, octets: Uint8Array, wire: number): IpPacket | OtherFrame {
  const carried = carriedBy(linkType, octets);
  if ('what' in carried) return carried;
  let here: Carried = carried;
  for (let depth = 1; ; depth += 1) {
    const read = here.version === 4 ? readIpv4 : readIpv6;
    const packet = read(octets, here.at, wire - here.at);
    if (!('what' in packet) || packet.what !== 'not TCP') return packet;
    const inner = 'at' in packet && depth < DEEPEST ? tunnelled(octets, packet) : null;
    if (inner === null) return { what: 'not TCP', protocol: packet.protocol };
    here = inner;
  }
}
