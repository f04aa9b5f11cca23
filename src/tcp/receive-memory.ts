import type { ReceiveSpace } from './tcb.ts';

/** Octets of data that wait in one buffer of the host's, and the memory that they take. */
interface Held {
  readonly length: number;
  readonly memory: number;
}

/** How Linux measures a receive buffer: by the memory that segments take, of which a share, learned from them, is offered as window. All in octets. */
export interface ReceiveMemory {
  /** The memory that may be taken. */
  readonly most: number;
  /** How much of 256 octets of memory is data. */
  readonly share: number;
  /** The largest window that may be offered at all. */
  readonly clamp: number;
  /** The largest that may be offered now; grows with what arrives. */
  readonly threshold: number;
  /** The size of the peer's segments, as far as it is known. */
  readonly segment: number;
  /** The window that was offered last; null: no data has come yet. */
  readonly offered: number | null;
  /** What waits to be read. */
  readonly held: readonly Held[];
}

/** What a segment takes beside its data: headers before it, and the records about it behind and beside it. */
const HEADERS = 54 + 64;
const RECORDS = 320 + 256;
const ALIGNED = 64;
/** What is saved where a segment joins the one before it. */
const JOINED = 256;
const SHARE = 256;
const FIRST_SHARE = 128;

/** The memory that a segment with so much data takes, octets. */
function memoryOf(length: number): number {
  return Math.ceil((length + HEADERS) / ALIGNED) * ALIGNED + RECORDS;
}

/** The window that so much memory is good for, octets. */
function windowOf(memory: number, share: number): number {
  return Math.max(0, (memory * share) >> 8);
}

function taken({ held }: ReceiveMemory): number {
  return held.reduce((sum, { memory }) => sum + memory, 0);
}

/** A receive buffer of so much memory, octets, before a connection. */
export function emptyMemory(most: number): ReceiveMemory {
  const window = windowOf(most, FIRST_SHARE);
  return { most, share: FIRST_SHARE, clamp: window, threshold: window, segment: 536, offered: null, held: [] };
}

/** What holds from the moment of the first data on: room for one segment is kept back. */
function begun(memory: ReceiveMemory, wnd: number, mss: number): ReceiveMemory {
  if (memory.offered !== null) return memory;
  const all = memory.threshold;
  const clamp = all > 2 * mss ? Math.max(2 * mss, all - mss) : all;
  return { ...memory, clamp, threshold: Math.min(wnd, clamp), segment: Math.max(88, Math.min(536, mss, wnd >> 1)), offered: wnd };
}

/** The share and the bounds that follow from a segment that is larger than those before. */
function measured(memory: ReceiveMemory, wnd: number, length: number, mss: number): ReceiveMemory {
  if (length <= memory.segment) return memory;
  const share = Math.max(1, Math.floor((length * SHARE) / memoryOf(length)));
  const clamp = windowOf(memory.most, share);
  const threshold = clamp < memory.clamp ? Math.min(memory.threshold, clamp) : Math.max(memory.threshold, Math.min(wnd, clamp));
  return share === memory.share ? { ...memory, segment: Math.min(length, mss) } : { ...memory, share, clamp, threshold, segment: Math.min(length, mss) };
}

/** The threshold grows with every segment whose data is a good part of its memory. */
function grown(memory: ReceiveMemory, length: number, mss: number): ReceiveMemory {
  const { most, share, clamp, threshold, segment } = memory;
  const room = Math.min(clamp, windowOf(most - taken(memory), share)) - threshold;
  if (length < 128 || room <= 0) return memory;
  const worth = windowOf(memoryOf(length), share);
  if (worth <= length) return { ...memory, threshold: threshold + Math.min(room, Math.max(2 * mss, 2 * length)) };
  return worth >> 2 <= length ? { ...memory, threshold: threshold + Math.min(room, Math.max(2 * segment, 2 * length)) } : memory;
}

/** The memory once a segment with `length` octets has come in order; `wnd`: the window that was offered, `mss`: the largest segment, octets. */
export function filled(memory: ReceiveMemory, length: number, wnd: number, mss: number): ReceiveMemory {
  const before = begun(memory, wnd, mss);
  const held = [...before.held, { length, memory: memoryOf(length) - (before.held.length > 0 ? JOINED : 0) }];
  return grown(measured({ ...before, held }, wnd, length, mss), length, mss);
}

/** The memory once octets that waited behind a hole are in order: what they tell of the peer's segments was told when they came. */
export function joined(memory: ReceiveMemory, length: number): ReceiveMemory {
  return { ...memory, held: [...memory.held, { length, memory: memoryOf(length) }] };
}

/** The memory once the user has taken `length` octets: a segment gives its memory back when it is read to its end. */
export function drained(memory: ReceiveMemory, length: number): ReceiveMemory {
  const held: Held[] = [];
  let left = length;
  for (const one of memory.held) {
    const part = Math.min(left, one.length);
    left -= part;
    if (part < one.length) held.push({ ...one, length: one.length - part });
  }
  return { ...memory, held };
}

/** The window that the memory which is left is good for, in whole segments where it is not scaled; 0 where it is next to nothing. */
function selected({ rcv, memory }: Measured): number {
  const { most, share, clamp, threshold, offered } = memory;
  const all = windowOf(most, share);
  const full = Math.min(clamp, all);
  const mss = Math.min(memory.segment, full);
  const left = windowOf(most - taken(memory), share);
  const free = Math.min(left, threshold);
  if (left < full >> 1 && (left < all >> 4 || left < mss)) return 0;
  if (rcv.shift > 0) return Math.ceil(free / 2 ** rcv.shift) * 2 ** rcv.shift;
  const before = offered ?? rcv.wnd;
  return before > free - mss && before <= free ? before : Math.floor(free / mss) * mss;
}

/** A receive space whose buffer is measured by memory. */
interface Measured {
  readonly rcv: ReceiveSpace;
  readonly memory: ReceiveMemory;
}

/** The receive space as a segment leaves: the window that it offers, never less than what was offered before (RFC 9293 §3.8.6, SHLD-14). */
export function offering({ rcv, memory }: Measured, mss: number): ReceiveSpace {
  const from = begun(memory, rcv.wnd, mss);
  const wnd = Math.max(selected({ rcv, memory: from }), Math.ceil(rcv.wnd / 2 ** rcv.shift) * 2 ** rcv.shift);
  return { ...rcv, wnd, memory: { ...from, offered: wnd } };
}

/** Whether the window would be offered at least twice as wide as the peer knows it: then the host says so as soon as the user has read. */
export function isNews({ rcv, memory }: Measured): boolean {
  const next = selected({ rcv, memory });
  return 2 * rcv.wnd <= memory.clamp && next > 0 && next >= 2 * rcv.wnd;
}

/** Whether the window can be kept as wide as it was offered last: only then is more than a segment acknowledged at once. */
export function isKept({ rcv, memory }: Measured): boolean {
  return selected({ rcv, memory }) >= (memory.offered ?? 0);
}
