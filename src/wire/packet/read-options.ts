import { MAX_WSCALE, NO_OPTIONS, type Options, type SackBlock } from '../../tcp/option.ts';
import { seq } from '../../tcp/seq.ts';
import { KINDS } from '../option-fields.ts';
import { u16, u32, u8 } from './read-number.ts';
import type { WireFault } from './wire-fault.ts';

type Writable = { -readonly [Key in keyof Options]: Options[Key] };

/** Octets of the longest cookie (RFC 7413 §4.1.1). */
const LONGEST_COOKIE = 16;

function blocksFrom(octets: Uint8Array, begin: number, end: number): readonly SackBlock[] {
  const blocks: SackBlock[] = [];
  for (let at = begin; at < end; at += 8) blocks.push({ left: seq(u32(octets, at)), right: seq(u32(octets, at + 4)) });
  return blocks;
}

function cookieFrom(octets: Uint8Array, begin: number, end: number): string {
  let digits = '';
  for (let at = begin; at < end; at += 1) digits += u8(octets, at).toString(16).padStart(2, '0');
  return digits;
}

/** Whether an option of this kind may have this length, in octets; kinds that are not known may have any from 2 on (RFC 9293 §3.2). */
function fits(kind: number, length: number): boolean {
  switch (kind) {
    case KINDS.mss:
      return length === 4;
    case KINDS.wscale:
      return length === 3;
    case KINDS.sackPermitted:
      return length === 2;
    case KINDS.sack:
      return length >= 10 && length % 8 === 2;
    case KINDS.ts:
      return length === 10;
    case KINDS.fastOpen:
      // An even length, as the layout of a cookie needs it (RFC 7413 §4.1.1).
      return length === 2 || (length >= 6 && length <= 2 + LONGEST_COOKIE && length % 2 === 0);
    default:
      return length >= 2;
  }
}

/** Reads one option whose length fits into `options`. */
function take(options: Writable, faults: WireFault[], octets: Uint8Array, at: number, end: number): void {
  switch (u8(octets, at)) {
    case KINDS.mss:
      options.mss = u16(octets, at + 2);
      return;
    case KINDS.wscale: {
      const shift = u8(octets, at + 2);
      options.wscale = Math.min(shift, MAX_WSCALE);
      if (shift > MAX_WSCALE) faults.push({ type: 'window scale', shift });
      return;
    }
    case KINDS.sackPermitted:
      options.sackPermitted = true;
      return;
    case KINDS.sack:
      options.sack = blocksFrom(octets, at + 2, end);
      return;
    case KINDS.ts:
      options.ts = { val: u32(octets, at + 2), ecr: u32(octets, at + 6) };
      return;
    case KINDS.fastOpen:
      options.fastOpen = cookieFrom(octets, at + 2, end);
      return;
  }
}

/** The options from `begin` to before `end` (RFC 9293 §3.2); of those that stand there twice the last one. What is wrong goes into `faults`; of an option that was not captured whole, beyond `captured`, nothing is read. */
export function readOptions(octets: Uint8Array, begin: number, end: number, captured: number, faults: WireFault[]): Options {
  if (begin === end) return NO_OPTIONS;
  const options: Writable = {};
  let at = begin;
  while (at < end && at < captured) {
    const kind = u8(octets, at);
    if (kind === KINDS.eol) break;
    if (kind === KINDS.nop) {
      at += 1;
      continue;
    }
    if (at + 1 >= captured && captured < end) break;
    const length = at + 1 < end ? u8(octets, at + 1) : null;
    if (length === null || !fits(kind, length) || at + length > end) {
      faults.push({ type: 'option length', kind, length });
      break;
    }
    if (at + length > captured) break;
    take(options, faults, octets, at, at + length);
    at += length;
  }
  return options;
}
