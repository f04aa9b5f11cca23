import { TCP } from '../checksum.ts';
import type { Frame } from '../file/frame.ts';
import { joined } from '../joined.ts';
import { carriedBy } from './link-layer.ts';
import { u16, u8 } from './read-number.ts';

/** How many packets wait for their fragments at once, and of how many pieces each at most. */
const MANY = { packets: 32, pieces: 64 } as const;

/** LINKTYPE_RAW: a packet without a link layer. */
const RAW = 101;

interface Piece {
  /** Octets of the packet's data before it. */
  readonly from: number;
  readonly octets: Uint8Array;
  readonly isLast: boolean;
}

/** A part of a packet: which one, the header that the whole one has, and the part. */
interface Part {
  readonly packet: string;
  readonly piece: Piece;
  readonly whole: (length: number) => Uint8Array;
}

/** The part of an IPv4 packet with TCP, where all of it was captured (RFC 791 §3.2). */
function part4(octets: Uint8Array, at: number): Part | null {
  const begin = at + (u8(octets, at) & 15) * 4;
  const end = at + u16(octets, at + 2);
  if (begin < at + 20 || end <= begin || end > octets.length || u8(octets, at + 9) !== TCP) return null;
  const place = u16(octets, at + 6);
  const header = octets.slice(at, at + 20);
  return {
    packet: String.fromCharCode(...octets.subarray(at + 12, at + 20), u16(octets, at + 4)),
    piece: { from: (place & 0x1fff) * 8, octets: octets.slice(begin, end), isLast: (place & 0x2000) === 0 },
    // The checksum is left out: it was that of the part.
    whole: (length) => Uint8Array.of(0x45, u8(header, 1), (length + 20) >> 8, length + 20, ...header.subarray(4, 6), 0, 0, ...header.subarray(8, 10), 0, 0, ...header.subarray(12)),
  };
}

/** The part of an IPv6 packet with TCP, where all of it was captured and the fragment header comes first (RFC 8200 §4.5). */
function part6(octets: Uint8Array, at: number): Part | null {
  const begin = at + 48;
  const end = at + 40 + u16(octets, at + 4);
  if (u8(octets, at + 6) !== 44 || u8(octets, at + 40) !== TCP || end <= begin || end > octets.length) return null;
  const place = u16(octets, at + 42);
  const header = octets.slice(at, at + 40);
  return {
    packet: String.fromCharCode(...octets.subarray(at + 8, at + 40), ...octets.subarray(at + 44, at + 48)),
    piece: { from: place & 0xfff8, octets: octets.slice(begin, end), isLast: (place & 1) === 0 },
    whole: (length) => Uint8Array.of(...header.subarray(0, 4), length >> 8, length, TCP, ...header.subarray(7)),
  };
}

/** The data of a packet whose pieces are all there, none over another; null: they are not. */
function dataOf(pieces: readonly Piece[]): Uint8Array | null {
  const inOrder = pieces.toSorted((one, other) => one.from - other.from);
  let end = 0;
  for (const { from, octets } of inOrder) {
    if (from !== end) return null;
    end += octets.length;
  }
  return inOrder.at(-1)?.isLast === true && end <= 0xffff - 40 ? joined(inOrder.map(({ octets }) => octets)) : null;
}

/** Puts the fragments of a capture's packets together. Its memory is bounded: some tens of packets wait at once, the oldest are given up. */
export class Fragments {
  readonly #waiting = new Map<string, Piece[]>();

  /** The packet that is whole with this fragment, as a frame in its place; null: something of it is missing still. */
  whole(frame: Frame): Frame | null {
    const carried = carriedBy(frame.linkType, frame.octets);
    if ('what' in carried) return null;
    const part = carried.version === 4 ? part4(frame.octets, carried.at) : part6(frame.octets, carried.at);
    if (part === null) return null;
    const { packet, piece, whole } = part;
    const pieces = this.#waiting.get(packet) ?? [];
    // What comes a second time is the same once more.
    if (pieces.length >= MANY.pieces || pieces.some(({ from }) => from === piece.from)) return null;
    pieces.push(piece);
    const data = dataOf(pieces);
    if (data === null) {
      this.#wait(packet, pieces);
      return null;
    }
    this.#waiting.delete(packet);
    const octets = joined([whole(data.length), data]);
    return { ...frame, linkType: RAW, length: octets.length, octets };
  }

  #wait(packet: string, pieces: Piece[]): void {
    this.#waiting.set(packet, pieces);
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > MANY.packets && oldest !== undefined) this.#waiting.delete(oldest);
  }
}
