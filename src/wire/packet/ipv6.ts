import { TCP } from '../checksum.ts';
import type { OtherFrame } from './decoded.ts';
import { ecnOf, NO_FAULTS, type IpPacket, type OtherPacket } from './ip-packet.ts';
import { u16, u32, u8 } from './read-number.ts';
import type { WireFault } from './wire-fault.ts';

const MALFORMED: OtherFrame = { what: 'malformed', header: 'IP' };
const CUT: OtherFrame = { what: 'cut', header: 'IP' };
const FIXED = 40;

const HOP_BY_HOP = 0;
const ROUTING = 43;
const FRAGMENT = 44;
const AUTHENTICATION = 51;
/** These, and destination options, mobility, host identity, shim6 (RFC 8200 §4, IANA's list of them). */
const EXTENSIONS: readonly number[] = [HOP_BY_HOP, ROUTING, FRAGMENT, AUTHENTICATION, 60, 135, 139, 140];

/** What stands between the header and TCP. */
interface Chain {
  /** Where TCP begins, or what else comes. */
  readonly at: number;
  readonly next: number;
  readonly destination: number;
  /** The length that a jumbo payload option says, octets behind the IPv6 header; null: there is none (RFC 2675 §2). */
  readonly jumbo: number | null;
}

/** The length that a hop-by-hop header says for a jumbogram. */
function jumboIn(octets: Uint8Array, begin: number, end: number): number | null {
  let at = begin + 2;
  while (at + 6 <= end) {
    const kind = u8(octets, at);
    if (kind === 0xc2 && u8(octets, at + 1) === 4) return u32(octets, at + 2);
    at += kind === 0 ? 1 : 2 + u8(octets, at + 1);
  }
  return null;
}

/** Where the last destination stands that a routing header names: what the checksum is made with (RFC 8200 §8.1). */
function lastStop(octets: Uint8Array, at: number, length: number, destination: number): number {
  const [type, left] = [u8(octets, at + 2), u8(octets, at + 3)];
  if (left === 0 || length < 24) return destination;
  // Segment routing names the last one first (RFC 8754 §2).
  if (type === 4) return at + 8;
  return type === 0 || type === 2 ? at + length - 16 : destination;
}

/** Octets of an extension header: the second octet counts words of eight behind the first one, but in these two (RFC 8200 §4.5, RFC 4302 §2.2). */
function lengthOf(kind: number, octets: Uint8Array, at: number): number {
  if (kind === FRAGMENT) return 8;
  return kind === AUTHENTICATION ? (u8(octets, at + 1) + 2) * 4 : (u8(octets, at + 1) + 1) * 8;
}

/** Goes through the extension headers from `begin` on (RFC 8200 §4). */
function follow(octets: Uint8Array, first: number, begin: number, from: number): Chain | OtherFrame {
  let [at, next, destination, jumbo]: [number, number, number, number | null] = [begin, first, from, null];
  while (EXTENSIONS.includes(next)) {
    if (octets.length < at + 8) return CUT;
    const length = lengthOf(next, octets, at);
    if (octets.length < at + length) return CUT;
    const place = u16(octets, at + 2);
    // What is called a fragment and is the whole packet is no fragment (RFC 6946).
    if (next === FRAGMENT && (place & 0xfff9) !== 0) return { what: 'fragment', protocol: u8(octets, at), at: place & 0xfff8, first: place < 8 };
    if (next === ROUTING) destination = lastStop(octets, at, length, destination);
    if (next === HOP_BY_HOP) jumbo = jumboIn(octets, at, at + length);
    next = u8(octets, at);
    at += length;
  }
  return { at, next, destination, jumbo };
}

/** Reads an IPv6 header at `at` of a frame that had `wire` octets from there on (RFC 8200 §3). */
export function readIpv6(octets: Uint8Array, at: number, wire: number): IpPacket | OtherPacket | OtherFrame {
  if (octets.length > at && u8(octets, at) >> 4 !== 6) return MALFORMED;
  if (octets.length < at + FIXED) return CUT;
  const chain = follow(octets, u8(octets, at + 6), at + FIXED, at + 24);
  if ('what' in chain) return chain;
  if (chain.next !== TCP) return { what: 'not TCP', protocol: chain.next, at: chain.at };
  const said = u16(octets, at + 4);
  const present = wire - FIXED;
  const payload = said === 0 ? (chain.jumbo ?? present) : said;
  const length = payload - (chain.at - at - FIXED);
  if (length < 0) return MALFORMED;
  const faults: WireFault[] = [];
  if (said === 0) faults.push(chain.jumbo === null ? { type: 'IP length absent' } : { type: 'jumbogram', length: chain.jumbo });
  if (payload > present) faults.push({ type: 'IP length beyond frame', missing: payload - present });
  return {
    version: 6,
    source: at + 8,
    destination: chain.destination,
    at: chain.at,
    length,
    ecn: ecnOf(u16(octets, at) >> 4),
    faults: faults.length === 0 ? NO_FAULTS : faults,
  };
}
