import { strToU8 } from 'fflate';
import { joined } from '../joined.ts';
import { ETHERNET, type WrittenFrame } from './written-frame.ts';

/** What a written capture says about itself. */
export interface CaptureNotes {
  /** What the whole is about, in any language. */
  readonly comment: string;
  /** What wrote it. */
  readonly application: string;
  /** The interface that it was taken at. */
  readonly interface: string;
  /** The names of addresses: octets of an IPv4 or IPv6 address, and a name. */
  readonly names: readonly { readonly address: Uint8Array; readonly name: string }[];
}

const BLOCK = { section: 0x0a0d0d0a, interface: 1, names: 4, packet: 6 } as const;
const BYTE_ORDER = 0x1a2b3c4d;
const MAJOR_1 = 1;
/** No option is longer than its 16 bits for the length say; a UTF-16 unit takes three octets at most. */
const LONGEST_TEXT = Math.floor(0xffff / 3);
/** Codes of options: some mean the same in every block. */
const OPTION = { end: 0, comment: 1, application: 4, interfaceName: 2, packetFlags: 2 } as const;
const RECORD = { end: 0, ipv4: 1, ipv6: 2 } as const;
/** The two lowest bits of a packet's flags. */
const WAYS: Readonly<Record<WrittenFrame['way'], number>> = { in: 1, out: 2 };

function u16(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value, value >> 8]));
}

function u32(...values: readonly number[]): Uint8Array {
  return u16(...values.flatMap((value) => [value & 0xffff, value >>> 16]));
}

/** The octets with zeros behind them up to a 32-bit word. */
function padded(octets: Uint8Array): Uint8Array {
  return joined([octets, new Uint8Array(-octets.length & 3)]);
}

/** An option, or a record of names: code, length, value. */
function field(code: number, value: Uint8Array): Uint8Array {
  return joined([u16(code, value.length), padded(value)]);
}

/** An option of text; none for an empty one. */
function text(code: number, value: string): readonly Uint8Array[] {
  return value === '' ? [] : [field(code, strToU8(value.slice(0, LONGEST_TEXT)))];
}

function block(type: number, body: Uint8Array, options: readonly Uint8Array[]): Uint8Array {
  const content = joined([padded(body), ...options, ...(options.length > 0 ? [field(OPTION.end, new Uint8Array())] : [])]);
  const length = u32(content.length + 12);
  return joined([u32(type), length, content, length]);
}

function sectionBlock({ comment, application }: CaptureNotes): Uint8Array {
  // Nobody knows its length yet: all ones.
  const body = joined([u32(BYTE_ORDER), u16(MAJOR_1, 0), u32(0xffff_ffff, 0xffff_ffff)]);
  return block(BLOCK.section, body, [...text(OPTION.comment, comment), ...text(OPTION.application, application)]);
}

function namesBlock({ names }: CaptureNotes): readonly Uint8Array[] {
  if (names.length === 0) return [];
  const records = names.map(({ address, name }) => field(address.length === 4 ? RECORD.ipv4 : RECORD.ipv6, joined([address, strToU8(name), Uint8Array.of(0)])));
  return [block(BLOCK.names, joined([...records, field(RECORD.end, new Uint8Array())]), [])];
}

function packetBlock({ at, octets, way, comment }: WrittenFrame): Uint8Array {
  const head = u32(0, Math.floor(at / 2 ** 32), at % 2 ** 32, octets.length, octets.length);
  return block(BLOCK.packet, joined([head, octets]), [...text(OPTION.comment, comment), field(OPTION.packetFlags, u32(WAYS[way]))]);
}

/** A pcapng file of one section with one Ethernet interface, times in microseconds, least significant octets first (draft-ietf-opsawg-pcapng). */
export function writePcapng(frames: readonly WrittenFrame[], notes: CaptureNotes): Uint8Array {
  const port = block(BLOCK.interface, joined([u16(ETHERNET, 0), u32(0)]), text(OPTION.interfaceName, notes.interface));
  return joined([sectionBlock(notes), port, ...namesBlock(notes), ...frames.map(packetBlock)]);
}
