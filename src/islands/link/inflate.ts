/**
 * The platform can inflate too, but throws away what it has read when it meets damage, each browser another part of it,
 * and knows no bound: so links are read by this. RFC 1950 and RFC 1951, one bit at a time, which is quick enough for them.
 * fflate reads as far only where it is fed byte by byte, is then thirty times slower, verifies no checksum and weighs twice as much.
 */

/** What came out of compressed bytes, and why no more did: `whole` with the right checksum, or cut off, or damaged, or as much as was allowed. */
export interface Inflated {
  readonly bytes: Uint8Array;
  readonly end: 'whole' | 'cut' | 'damaged' | 'too large';
}

class Stop extends Error {
  readonly end: Inflated['end'];
  constructor(end: Inflated['end']) {
    super(end);
    this.end = end;
  }
}

/** A canonical Huffman code: how many symbols have each length, and the symbols in the order of their codes. */
interface Code {
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
}

const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const DISTANCE_EXTRA = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
/** In which order the lengths of the code for lengths stand (RFC 1951 §3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function codeOf(lengths: readonly number[]): Code {
  const counts = Array.from({ length: 16 }, (_, length) => lengths.filter((one) => one === length).length);
  const symbols = counts.flatMap((_, length) => (length === 0 ? [] : lengths.flatMap((one, symbol) => (one === length ? [symbol] : []))));
  return { counts, symbols };
}

const repeat = (length: number, times: number): readonly number[] => Array.from({ length: times }, () => length);
const FIXED_LENGTHS = codeOf([...repeat(8, 144), ...repeat(9, 112), ...repeat(7, 24), ...repeat(8, 8)]);
const FIXED_DISTANCES = codeOf(repeat(5, 30));

/** The bytes of a zlib stream, at most `most` of them; whatever follows the stream is left alone. Never throws. */
export function inflate(data: Uint8Array, most: number): Inflated {
  const out: number[] = [];
  // The header says nothing that the checksum does not say better.
  let at = 2;
  let bit = 0;

  const bits = (count: number): number => {
    let value = 0;
    for (let place = 0; place < count; place += 1) {
      const byte = data[at];
      if (byte === undefined) throw new Stop('cut');
      value |= ((byte >> bit) & 1) << place;
      bit = (bit + 1) & 7;
      if (bit === 0) at += 1;
    }
    return value;
  };
  const symbol = ({ counts, symbols }: Code): number => {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length < 16; length += 1) {
      code |= bits(1);
      const count = counts[length] ?? 0;
      if (code - first < count) return symbols[index + code - first] ?? 0;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Stop('damaged');
  };
  const push = (byte: number | undefined) => {
    if (byte === undefined) throw new Stop('damaged');
    if (out.length >= most) throw new Stop('too large');
    out.push(byte);
  };
  const stored = () => {
    if (bit > 0) at += 1;
    bit = 0;
    const length = bits(16);
    if (bits(16) !== (~length & 0xffff)) throw new Stop('damaged');
    for (let left = length; left > 0; left -= 1) push(bits(8));
  };
  const coded = (lengths: Code, distances: Code) => {
    for (let next = symbol(lengths); next !== 256; next = symbol(lengths)) {
      if (next < 256) {
        push(next);
        continue;
      }
      const length = (LENGTH_BASE[next - 257] ?? NaN) + bits(LENGTH_EXTRA[next - 257] ?? 0);
      const far = symbol(distances);
      const distance = (DISTANCE_BASE[far] ?? NaN) + bits(DISTANCE_EXTRA[far] ?? 0);
      if (Number.isNaN(length) || Number.isNaN(distance)) throw new Stop('damaged');
      for (let left = length; left > 0; left -= 1) push(out[out.length - distance]);
    }
  };
  const described = () => {
    const lengthCount = bits(5) + 257;
    const distanceCount = bits(5) + 1;
    const own = repeat(0, 19).slice();
    const given = bits(4) + 4;
    for (const place of ORDER.slice(0, given)) own[place] = bits(3);
    const code = codeOf(own);
    const all: number[] = [];
    while (all.length < lengthCount + distanceCount) {
      const next = symbol(code);
      if (next < 16) all.push(next);
      else if (next === 16) all.push(...repeat(all.at(-1) ?? 0, bits(2) + 3));
      else all.push(...repeat(0, next === 17 ? bits(3) + 3 : bits(7) + 11));
    }
    coded(codeOf(all.slice(0, lengthCount)), codeOf(all.slice(lengthCount, lengthCount + distanceCount)));
  };
  const all = (): Inflated['end'] => {
    for (let last = 0; last === 0; ) {
      last = bits(1);
      const kind = bits(2);
      if (kind === 0) stored();
      else if (kind === 1) coded(FIXED_LENGTHS, FIXED_DISTANCES);
      else if (kind === 2) described();
      else throw new Stop('damaged');
    }
    if (bit > 0) at += 1;
    bit = 0;
    const written = [8, 8, 8, 8].reduce((sum, count) => sum * 256 + bits(count), 0);
    return written === adler32(out) ? 'whole' : 'damaged';
  };

  try {
    const end = all();
    return { bytes: Uint8Array.from(out), end };
  } catch (error) {
    if (error instanceof Stop) return { bytes: Uint8Array.from(out), end: error.end };
    throw error;
  }
}

function adler32(bytes: readonly number[]): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}
