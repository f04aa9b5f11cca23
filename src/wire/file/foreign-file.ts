import type { ForeignFile } from './capture-problem.ts';

/** What other files begin with, in hexadecimal digits. */
const BEGINNINGS: readonly (readonly [string, ForeignFile])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['28b52ffd', 'zstd'],
  ['04224d18', 'lz4'],
  ['fd377a585a00', 'xz'],
  ['425a68', 'bzip2'],
  ['736e6f6f70000000', 'snoop'],
  ['474d4255', 'Network Monitor'],
  ['52545353', 'Network Monitor'],
  ['a1b2cd34', 'modified pcap'],
  ['34cdb2a1', 'modified pcap'],
  ['a1e2cb12', 'modified pcap'],
  ['12cbe2a1', 'modified pcap'],
  ['a1b23cd4', 'modified pcap'],
  ['d43cb2a1', 'modified pcap'],
];

/** How many octets of a file are looked at. */
export const LOOKED_AT = 512;

function isText(octets: Uint8Array): boolean {
  return octets.every((octet) => octet >= 0x20 ? octet !== 0x7f : octet === 0x09 || octet === 0x0a || octet === 0x0d);
}

/** An ERF file has no beginning of its own: its first record has a stamp of these decades, a known type and a length. */
function isErf(octets: Uint8Array): boolean {
  if (octets.length < 16) return false;
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const [seconds, type, length] = [view.getUint32(4, true), view.getUint8(8) & 0x7f, view.getUint16(10)];
  return seconds > 600_000_000 && seconds < 3_000_000_000 && type > 0 && type <= 48 && length >= 16 && length <= 0x8000;
}

/** What a file is that is no capture, by its first octets, 512 of them at most. */
export function foreignFile(octets: Uint8Array): ForeignFile {
  if (octets.length === 0) return 'empty';
  const digits = Array.from(octets.subarray(0, 8), (octet) => octet.toString(16).padStart(2, '0')).join('');
  const found = BEGINNINGS.find(([beginning]) => digits.startsWith(beginning));
  if (found !== undefined) return found[1];
  if (isText(octets)) return 'text';
  return isErf(octets) ? 'ERF' : 'unknown';
}
