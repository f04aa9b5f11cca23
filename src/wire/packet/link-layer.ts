import type { OtherFrame } from './decoded.ts';
import { ETHER_TYPE } from './ether-type.ts';
import { u16, u32, u8 } from './read-number.ts';

/** What a link layer carries: an IP header should begin at `at`. */
export interface Carried {
  readonly version: 4 | 6;
  readonly at: number;
}

type Found = Carried | OtherFrame;

const CUT: OtherFrame = { what: 'cut', header: 'link' };

/** What the version in the first octet says, where nothing else tells what follows. */
function byVersion(octets: Uint8Array, at: number): Found {
  if (octets.length <= at) return CUT;
  const version = u8(octets, at) >> 4;
  return version === 4 || version === 6 ? { version, at } : { what: 'not IP', protocol: version };
}

/** PPP's protocol, in two octets, or in one where the first is odd (RFC 1661 §2, §6.5); `type`: what is told of others. */
function ppp(octets: Uint8Array, at: number, type: number | null = null): Found {
  const size = (u8(octets, at) & 1) === 1 ? 1 : 2;
  if (octets.length < at + size) return CUT;
  const protocol = size === 1 ? u8(octets, at) : u16(octets, at);
  if (protocol === 0x0021) return { version: 4, at: at + size };
  if (protocol === 0x0057) return { version: 6, at: at + size };
  return { what: 'not IP', protocol: type ?? protocol };
}

/** PPP over Ethernet: six octets, then the protocol of PPP (RFC 2516 §4). */
function pppoe(octets: Uint8Array, at: number): Found {
  return octets.length < at + 8 ? CUT : ppp(octets, at + 6, ETHER_TYPE.pppoe);
}

/** MPLS: labels of four octets, of which the last one says so; what follows is told by its version alone (RFC 3032 §2.1). */
function mpls(octets: Uint8Array, begin: number, type: number): Found {
  let at = begin;
  while (at + 4 < octets.length && (u8(octets, at + 2) & 1) === 0) at += 4;
  const found = byVersion(octets, at + 4);
  return 'what' in found && found.what === 'not IP' ? { what: 'not IP', protocol: type } : found;
}

/** The largest number in the place of an EtherType that is a length, of an IEEE 802.3 frame. */
const LONGEST_802_3 = 1500;

/** IEEE 802.2 behind a length: an EtherType where the five octets of SNAP for it come first (RFC 1042). */
function withLength(octets: Uint8Array, at: number, length: number): Found {
  const isSnap = u16(octets, at) === 0xaaaa && u32(octets, at + 2) === 0x0300_0000;
  return isSnap && octets.length >= at + 8 ? byEtherType(octets, u16(octets, at + 6), at + 8) : { what: 'not IP', protocol: length };
}

/** What an EtherType announces from `begin` on, behind any number of VLAN tags (IEEE 802.1Q, 802.1ad). */
export function byEtherType(octets: Uint8Array, first: number, begin: number): Found {
  let type = first;
  let at = begin;
  while (type === ETHER_TYPE.vlan || type === ETHER_TYPE.serviceVlan || type === ETHER_TYPE.oldServiceVlan) {
    if (octets.length < at + 4) return CUT;
    type = u16(octets, at + 2);
    at += 4;
  }
  switch (type) {
    case ETHER_TYPE.ipv4:
      return { version: 4, at };
    case ETHER_TYPE.ipv6:
      return { version: 6, at };
    case ETHER_TYPE.pppoe:
      return pppoe(octets, at);
    case ETHER_TYPE.mpls:
    case ETHER_TYPE.mplsMulticast:
      return mpls(octets, at, type);
    default:
      return type <= LONGEST_802_3 ? withLength(octets, at, type) : { what: 'not IP', protocol: type };
  }
}

/** A link that speaks PPP, with its address and control octets or without (RFC 1662 §3.1), or Cisco's protocol, which has an EtherType behind two octets of its own. */
function serial(octets: Uint8Array): Found {
  const address = u8(octets, 0);
  if (address === 0x0f || address === 0x8f) return octets.length < 4 ? CUT : byEtherType(octets, u16(octets, 2), 4);
  return ppp(octets, u16(octets, 0) === 0xff03 ? 2 : 0);
}

/** AF_INET6 as the systems number it that write this header: Linux, NetBSD and Windows, FreeBSD, macOS. */
const AF_INET6 = [10, 24, 28, 30];

/** BSD loopback: the protocol family in four octets, in the byte order of the machine or of the network. */
function loopback(octets: Uint8Array): Found {
  if (octets.length < 4) return CUT;
  const big = u32(octets, 0);
  const family = big > 0xffff ? u8(octets, 0) | (u8(octets, 1) << 8) : big;
  if (family === 2) return { version: 4, at: 4 };
  return AF_INET6.includes(family) ? { version: 6, at: 4 } : { what: 'not IP', protocol: family };
}

/** Where the EtherType stands in the headers that have one, and how long they are. */
const WITH_TYPE: ReadonlyMap<number, { readonly type: number; readonly length: number }> = new Map([
  [1, { type: 12, length: 14 }], // Ethernet
  [113, { type: 14, length: 16 }], // Linux cooked
  [276, { type: 0, length: 20 }], // Linux cooked, version 2
]);

/** What a frame carries behind the header of its link layer, by the LINKTYPE_ number: Ethernet with VLAN tags, MPLS, PPPoE and SNAP, Linux cooked in both versions, BSD loopback, PPP, Cisco HDLC, and IP without one. */
export function carriedBy(linkType: number, octets: Uint8Array): Found {
  const typed = WITH_TYPE.get(linkType);
  if (typed !== undefined) return octets.length < typed.length ? CUT : byEtherType(octets, u16(octets, typed.type), typed.length);
  switch (linkType) {
    case 0: // BSD loopback, order of the machine
    case 108: // OpenBSD loopback, order of the network
      return loopback(octets);
    case 9: // PPP
    case 50: // PPP as it is framed on a line
    case 104: // Cisco HDLC
      return serial(octets);
    case 51: // PPP over Ethernet, without the Ethernet header
      return pppoe(octets, 0);
    case 12: // IP, as several systems number it that should have written 101
    case 14:
    case 101:
      return byVersion(octets, 0);
    case 228:
      return { version: 4, at: 0 };
    case 229:
      return { version: 6, at: 0 };
    default:
      return { what: 'link type', linkType };
  }
}
