import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { conversations } from '../../src/capture/conversations.ts';
import type { Frame } from '../../src/wire/file/frame.ts';
import { readCapture } from '../../src/wire/file/read-capture.ts';
import { decoder } from '../../src/wire/packet/decoder.ts';
import { chance, type Chance } from './chance.ts';

const FOLDERS = ['../captures/formats/', '../captures/recordings/'].map((folder) => new URL(folder, import.meta.url));

/** Larger ones would make a mutation rare that matters. */
const LARGEST = 8000;

/** The captures that are mutated: of every kind that is kept. */
function seeds(): readonly Uint8Array[] {
  const kept = FOLDERS.flatMap((folder) => readdirSync(folder).filter((name) => /\.(?:pcap|pcapng|gz)$/.test(name)).map((name) => readFileSync(new URL(name, folder))));
  return kept.filter(({ length }) => length <= LARGEST);
}

/** Numbers that lengths, offsets and kinds go wrong with. */
const HOSTILE = [0, 1, 2, 3, 4, 15, 16, 20, 40, 0x7f, 0x80, 0xff, 0xfff0, 0xffff, 0x1_0000, 262_144, 262_145, 0x100_0000, 0x100_0001, 0x7fff_ffff, 0x8000_0000, 0xffff_fffc, 0xffff_ffff] as const;

/** One change of a file. */
function changed(file: Uint8Array, by: Chance): Uint8Array {
  if (file.length === 0) return Uint8Array.of(by.upTo(256));
  const at = by.upTo(file.length);
  const copy = new Uint8Array(file);
  switch (by.upTo(7)) {
    case 0:
      copy[at] = (file[at] ?? 0) ^ (1 << by.upTo(8));
      return copy;
    case 1:
      copy[at] = by.of([0, 1, 0x45, 0x60, 0x7f, 0x80, 0xff, by.upTo(256)]);
      return copy;
    case 2: {
      const place = Math.max(0, Math.min(file.length - 4, at - (at % 4)));
      if (file.length >= 4) new DataView(copy.buffer).setUint32(place, by.of(HOSTILE), by.oneIn(2));
      return copy;
    }
    case 3:
      return file.slice(0, at);
    case 4: {
      const to = at + by.upTo(64);
      return Uint8Array.from([...file.subarray(0, at), ...file.subarray(to)]);
    }
    case 5: {
      const from = by.upTo(file.length);
      return Uint8Array.from([...file.subarray(0, at), ...file.subarray(from, from + by.upTo(200)), ...file.subarray(at)]);
    }
    default:
      return Uint8Array.from([...file.subarray(0, at), ...Array.from({ length: by.upTo(40) }, () => by.of([0, 0xff, by.upTo(256)])), ...file.subarray(at)]);
  }
}

/** A capture with one to eight changes; a compressed one is usually changed inside. */
function mutant(file: Uint8Array, by: Chance): Uint8Array {
  const isInside = file[0] === 0x1f && !by.oneIn(4);
  let octets: Uint8Array = isInside ? gunzipSync(file) : file;
  for (let times = 1 + by.upTo(8); times > 0; times -= 1) octets = changed(octets, by);
  return isInside ? gzipSync(octets) : octets;
}

/** Octets that count how often one of them is looked at. */
function counted(octets: Uint8Array): { readonly octets: Uint8Array; readonly looks: () => number } {
  let looks = 0;
  const watched = new Proxy(octets, {
    get(target, key): unknown {
      if (key !== 'length') looks += 1;
      const value: unknown = Reflect.get(target, key);
      // What is copied at once is looked at once, and by the octets themselves.
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return { octets: watched, looks: () => looks };
}

/** How often an octet of a frame may be looked at: by the checksums of both headers, as a number, as part of options. */
const LOOKS_PER_OCTET = 8;
const LOOKS_PER_FRAME = 200;
/** The least that a frame takes in a file: a record of pcap with nothing in it, a simple packet block. */
const LEAST = 16;
/** What one octet of Deflate can become (RFC 1951: 258 octets from two bits). */
const INFLATED = 1032;

/** Everything that a page would do with a file but show it; throws where a bound does not hold. */
function readAll(file: Uint8Array, chunk: number, isCounted: boolean): string {
  const reader = readCapture();
  const { decode } = decoder();
  const found = conversations(100);
  const most = file[0] === 0x1f ? file.length * INFLATED : file.length;
  let [frames, octets, segments] = [0, 0, 0];
  const take = (frame: Frame): void => {
    frames += 1;
    octets += frame.octets.length;
    const { octets: watched, looks } = counted(frame.octets);
    const decoded = decode(isCounted ? { ...frame, octets: watched } : frame);
    if (looks() > LOOKS_PER_FRAME + LOOKS_PER_OCTET * frame.octets.length) throw new Error(`${looks()} looks at a frame of ${frame.octets.length} octets`);
    if (decoded.type !== 'segment') return;
    segments += 1;
    if (decoded.segment.length < 0 || !Number.isFinite(decoded.at)) throw new Error(`Length ${decoded.segment.length} at ${decoded.at} ms`);
    found.add(decoded, frame.offset);
  };
  for (let at = 0; at < file.length; at += chunk) for (const frame of reader.push(file.subarray(at, at + chunk))) take(frame);
  const end = reader.end();
  if (frames > most / LEAST || octets > most) throw new Error(`${frames} frames of ${octets} octets in a file of ${file.length}`);
  if (end.frames !== frames || end.octets > most) throw new Error(`${end.frames} frames said, ${frames} given`);
  return JSON.stringify({ end, segments, octets, found: found.list() });
}

/** What reading mutated captures came to. */
export interface Fuzzed {
  readonly captures: number;
  /** Frames are what most of them still have. */
  readonly withFrames: number;
  /** The seed and the place of the first that went wrong, and what went wrong; null: none. */
  readonly failure: { readonly seed: number; readonly capture: number; readonly what: string } | null;
}

/** Reads so many mutated captures, each whole and again in chunks of some size, which must give the same; stops at the first that throws or goes beyond a bound. */
export function fuzzCaptures(seed: number, count: number): Fuzzed {
  const files = seeds();
  const [first = new Uint8Array(), ...others] = files;
  const by = chance(seed);
  let withFrames = 0;
  for (let capture = 0; capture < count; capture += 1) {
    const file = mutant(by.of([first, ...others]), by);
    const size = 1 + by.upTo(by.oneIn(4) ? 16 : 4096);
    try {
      const whole = readAll(file, Math.max(1, file.length), by.oneIn(16));
      const pieces = readAll(file, size, false);
      // Of damaged compression the last pieces are lost, how many depends on where they were cut.
      if (whole !== pieces && !whole.includes('"compression"')) throw new Error(`In chunks of ${size}: ${pieces}; whole: ${whole}`);
      if (!whole.startsWith('{"end":{"layout":null')) withFrames += 1;
    } catch (error) {
      return { captures: capture, withFrames, failure: { seed, capture, what: error instanceof Error ? (error.stack ?? error.message) : String(error) } };
    }
  }
  return { captures: count, withFrames, failure: null };
}
