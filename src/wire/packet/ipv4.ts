import { TCP } from '../checksum.ts';
import { onesAdd, onesSum } from '../ones-sum.ts';
import type { OtherFrame } from './decoded.ts';
import { ecnOf, NO_FAULTS, type IpPacket, type OtherPacket } from './ip-packet.ts';
import { u16, u8 } from './read-number.ts';
import type { WireFault } from './wire-fault.ts';

const MALFORMED: OtherFrame = { what: 'malformed', header: 'IP' };
/** Octets of a header without options. */
const FIXED = 20;

/** The faults of a header; a checksum of 0 is none: it is what a system writes that has its network card fill it in. */
function faultsOf(octets: Uint8Array, at: number, header: number, total: number, wire: number): readonly WireFault[] {
  const sum = onesSum(octets, at, at + header);
  const found = u16(octets, at + 10);
  const bad = sum !== 0xffff && found !== 0;
  if (!bad && total !== 0 && total <= wire) return NO_FAULTS;
  const faults: WireFault[] = [];
  if (bad) faults.push({ type: 'IP checksum bad', found, expected: 0xffff - onesAdd(sum, 0xffff - found) });
  if (total === 0) faults.push({ type: 'IP length absent' });
  if (total > wire) faults.push({ type: 'IP length beyond frame', missing: total - wire });
  return faults;
}

/** Reads an IPv4 header at `at` of a frame that had `wire` octets from there on (RFC 791 §3.1). */
export function readIpv4(octets: Uint8Array, at: number, wire: number): IpPacket | OtherPacket | OtherFrame {
  if (octets.length < at + FIXED) return octets.length > at && u8(octets, at) >> 4 !== 4 ? MALFORMED : { what: 'cut', header: 'IP' };
  const header = (u8(octets, at) & 15) * 4;
  const total = u16(octets, at + 2);
  if (u8(octets, at) >> 4 !== 4 || header < FIXED || (total !== 0 && total < header) || wire < header) return MALFORMED;
  const protocol = u8(octets, at + 9);
  const fragment = u16(octets, at + 6) & 0x3fff;
  if (fragment !== 0) return { what: 'fragment', at: (fragment & 0x1fff) * 8, first: (fragment & 0x1fff) === 0, protocol };
  if (protocol !== TCP) return { what: 'not TCP', protocol, at: at + header };
  if (octets.length < at + header) return { what: 'cut', header: 'IP' };
  return {
    version: 4,
    source: at + 12,
    destination: at + 16,
    at: at + header,
    length: (total === 0 ? wire : total) - header,
    ecn: ecnOf(u8(octets, at + 1)),
    faults: faultsOf(octets, at, header, total, wire),
  };
}
