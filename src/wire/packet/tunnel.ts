import { ETHER_TYPE } from './ether-type.ts';
import type { OtherPacket } from './ip-packet.ts';
import { byEtherType, type Carried } from './link-layer.ts';
import { u16, u8 } from './read-number.ts';

/** The numbers of the protocols that carry packets, in an IP header (IANA's list of them). */
const PROTOCOL = { ipv4: 4, udp: 17, ipv6: 41, gre: 47 } as const;

/** The UDP ports by which tunnels are known (RFC 7348 §5, RFC 8926 §3.3). */
const PORT = { vxlan: 4789, geneve: 6081 } as const;

/** What a tunnel's EtherType announces: a whole Ethernet frame, too. */
function behind(octets: Uint8Array, type: number, at: number): Carried | null {
  if (octets.length <= at) return null;
  const found = type === ETHER_TYPE.bridged ? byEtherType(octets, u16(octets, at + 12), at + 14) : byEtherType(octets, type, at);
  return 'what' in found ? null : found;
}

/** Generic routing encapsulation, with any of its optional fields (RFC 2784 §2, RFC 2890 §2). */
function gre(octets: Uint8Array, at: number): Carried | null {
  const flags = u16(octets, at);
  // Routing and other versions are not read.
  if ((flags & 0x4007) !== 0) return null;
  const fields = [0x8000, 0x2000, 0x1000].filter((bit) => (flags & bit) !== 0).length;
  return behind(octets, u16(octets, at + 2), at + 4 + fields * 4);
}

/** VXLAN and Geneve, known by the port that they are sent to. */
function overUdp(octets: Uint8Array, at: number): Carried | null {
  const inner = at + 8;
  switch (u16(octets, at + 2)) {
    case PORT.vxlan:
      return (u8(octets, inner) & 8) === 0 ? null : behind(octets, ETHER_TYPE.bridged, inner + 8);
    case PORT.geneve:
      return behind(octets, u16(octets, inner + 2), inner + 8 + (u8(octets, inner) & 0x3f) * 4);
    default:
      return null;
  }
}

/** The IP packet that an IP packet carries through a tunnel; null: it carries none that is known. */
export function tunnelled(octets: Uint8Array, { protocol, at }: OtherPacket): Carried | null {
  switch (protocol) {
    case PROTOCOL.ipv4:
      return { version: 4, at };
    case PROTOCOL.ipv6:
      return { version: 6, at };
    case PROTOCOL.gre:
      return gre(octets, at);
    case PROTOCOL.udp:
      return overUdp(octets, at);
    default:
      return null;
  }
}
