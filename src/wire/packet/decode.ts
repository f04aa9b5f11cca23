import { ACK, has, type Flags } from '../../tcp/flags.ts';
import { NO_OPTIONS } from '../../tcp/option.ts';
import { seq } from '../../tcp/seq.ts';
import type { Segment } from '../../tcp/segment.ts';
import type { Frame } from '../file/frame.ts';
import { checksumFault } from './checksum-fault.ts';
import type { Decoded } from './decoded.ts';
import type { Endpoints } from './endpoints.ts';
import { NO_FAULTS, type IpPacket } from './ip-packet.ts';
import { packetIn } from './packet-in.ts';
import { readOptions } from './read-options.ts';
import { u16, u32, u8 } from './read-number.ts';
import type { WireFault } from './wire-fault.ts';

/** Octets of a header without options. */
const FIXED = 20;

/** The segment in a packet, of whose header at least the fixed part was captured; what is wrong goes into `faults`. */
function readSegment(octets: Uint8Array, { at, length, ecn }: IpPacket, faults: WireFault[]): Segment {
  const words = u8(octets, at + 12) >> 4;
  const whole = words * 4 >= FIXED && words * 4 <= length;
  const flags = u8(octets, at + 13) as Flags;
  const reserved = u8(octets, at + 12) & 15;
  if (!whole) faults.push({ type: 'data offset', words });
  if (reserved !== 0) faults.push({ type: 'reserved bits', bits: reserved });
  return {
    seq: seq(u32(octets, at + 4)),
    ack: seq(has(flags, ACK) ? u32(octets, at + 8) : 0),
    flags,
    wnd: u16(octets, at + 14),
    up: u16(octets, at + 18),
    length: whole ? length - words * 4 : 0,
    options: whole ? readOptions(octets, at + FIXED, at + words * 4, octets.length, faults) : NO_OPTIONS,
    ecn,
  };
}

/** The checksum's fault, or that too little is there to judge it. */
function wholeness(octets: Uint8Array, packet: IpPacket, wire: number): WireFault | null {
  const end = packet.at + packet.length;
  if (end <= octets.length) return checksumFault(octets, packet);
  const missing = Math.min(end, wire) - octets.length;
  return missing > 0 ? { type: 'cut', missing } : null;
}

/** What a frame is, at `at` ms of the capture: a TCP segment, with what is wrong with it, or why it is none. It never throws, and takes time in proportion to the octets. */
export function decode(frame: Frame, at: number, ends: Endpoints): Decoded {
  const { octets } = frame;
  const wire = Math.max(frame.length, octets.length);
  const packet = packetIn(frame.linkType, octets, wire);
  if ('what' in packet) return { type: 'other', ...packet };
  if (packet.length < FIXED) return { type: 'other', what: 'malformed', header: 'TCP' };
  if (octets.length < packet.at + FIXED) return { type: 'other', what: 'cut', header: 'TCP' };
  const faults: WireFault[] = [...packet.faults];
  const segment = readSegment(octets, packet, faults);
  const fault = wholeness(octets, packet, wire);
  if (fault !== null) faults.push(fault);
  return {
    type: 'segment',
    frame: frame.number,
    at,
    from: ends.of(packet.version, octets, packet.source, u16(octets, packet.at)),
    to: ends.of(packet.version, octets, packet.destination, u16(octets, packet.at + 2)),
    segment,
    faults: faults.length === 0 ? NO_FAULTS : faults,
  };
}
