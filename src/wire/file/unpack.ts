import { Gunzip } from 'fflate';
import { joined } from '../joined.ts';

/** Octets that are given to the decompression at once, from the first to the largest number. What comes of them is in memory at one time, a thousand times as much at most; and where they are damaged, nothing comes of them: so it is only a small part of what came before. */
const SLICE = { least: 64, most: 0x4000, part: 16 } as const;

/** A file of several members has some hundred octets in each; to begin one costs as much as thousands of octets, so that one of mere beginnings would take long. */
const MEMBERS = { free: 100, octets: 500 } as const;

/** The first octets of a gzip file that is compressed with Deflate (RFC 1952 §2.3). */
const GZIP = [0x1f, 0x8b, 8] as const;

/** Gives the octets of a file as they were before gzip, where it is compressed, else as they come. */
export interface Unpacking {
  /** What comes of a chunk, piece by piece; nothing more once the compression has proved damaged. */
  readonly pieces: (chunk: Uint8Array) => Iterable<Uint8Array>;
  /** What waited, because the file is too short to tell what it is. */
  readonly rest: () => Uint8Array;
  readonly isCompressed: () => boolean;
  readonly isDamaged: () => boolean;
}

/** Decompresses chunks, of several members, too (RFC 1952 §2.2). */
function gunzipping(): { readonly take: (chunk: Uint8Array) => Iterable<Uint8Array>; readonly isDamaged: () => boolean } {
  let out: Uint8Array[] = [];
  let isDamaged = false;
  let taken = 0;
  const gunzip = new Gunzip((piece) => {
    if (piece.length > 0) out.push(piece);
  });
  let members = 1;
  gunzip.onmember = () => {
    members += 1;
    if (members > MEMBERS.free + taken / MEMBERS.octets) throw new Error('Members without end');
  };
  return {
    *take(chunk) {
      for (let at = 0; at < chunk.length && !isDamaged; ) {
        out = [];
        const slice = chunk.slice(at, at + Math.max(SLICE.least, Math.min(SLICE.most, Math.floor(taken / SLICE.part))));
        at += slice.length;
        taken += slice.length;
        try {
          gunzip.push(slice);
        } catch {
          // So alone the library tells that its input is damaged; and so we stop it.
          isDamaged = true;
        }
        yield* out;
      }
    },
    isDamaged: () => isDamaged,
  };
}

/** Begins with a file; by its first octets it is found out whether it is compressed. */
export function unpacking(): Unpacking {
  let head: Uint8Array = new Uint8Array(0);
  let isPlain = false;
  let gunzip: ReturnType<typeof gunzipping> | null = null;

  /** The octets so far, once they tell what the file is. */
  function begun(chunk: Uint8Array): Uint8Array | null {
    const octets = joined([head, chunk]);
    head = octets;
    if (octets.length < GZIP.length) return null;
    if (GZIP.every((octet, at) => octets[at] === octet)) gunzip = gunzipping();
    else isPlain = true;
    return octets;
  }

  return {
    *pieces(chunk) {
      const octets = isPlain || gunzip !== null ? chunk : begun(chunk);
      if (octets === null) return;
      if (gunzip === null) yield octets;
      else yield* gunzip.take(octets);
    },
    rest: () => (isPlain || gunzip !== null ? new Uint8Array(0) : head),
    isCompressed: () => gunzip !== null,
    isDamaged: () => gunzip?.isDamaged() ?? false,
  };
}
