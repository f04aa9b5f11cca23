import type { Options } from './option.ts';
import type { OptionLayout } from './profile.ts';

/** What may stand in the options of a header: the options by their keys in `Options`, and the two that fill up (RFC 9293 §3.2). */
export type OptionName = keyof Options | 'nop' | 'eol';

/** An option in its place on the wire, and how many octets it takes. */
export interface Placed {
  readonly kind: OptionName;
  readonly length: number;
}

const NOP: Placed = { kind: 'nop', length: 1 };
const EOL: Placed = { kind: 'eol', length: 1 };
const MSS: Placed = { kind: 'mss', length: 4 };
const WSCALE: Placed = { kind: 'wscale', length: 3 };
const SACK_OK: Placed = { kind: 'sackPermitted', length: 2 };
const TS: Placed = { kind: 'ts', length: 10 };

function sizeOf(placed: readonly Placed[]): number {
  return placed.reduce((sum, each) => sum + each.length, 0);
}

/** NOPs until the next option would begin at `rest` octets behind a 32-bit word. */
function aligned(placed: Placed[], rest: number): void {
  while (sizeOf(placed) % 4 !== rest) placed.push(NOP);
}

function sackOf(options: Options): Placed | null {
  return options.sack === undefined ? null : { kind: 'sack', length: 2 + 8 * options.sack.length };
}

function cookieOf({ fastOpen }: Options): readonly Placed[] {
  return fastOpen === undefined ? [] : [{ kind: 'fastOpen', length: 2 + fastOpen.length / 2 }];
}

/** As BSD systems do it: each option aligned by NOPs before it, the end filled with EOL. */
function bsdLayout(options: Options, order: OptionLayout): readonly Placed[] {
  const placed: Placed[] = [];
  for (const name of order) {
    if (name === 'mss' && options.mss !== undefined) placed.push(MSS);
    if (name === 'wscale' && options.wscale !== undefined) {
      if (sizeOf(placed) % 4 === 0) placed.push(NOP);
      placed.push(WSCALE);
    }
    if (name === 'sackPermitted' && options.sackPermitted === true) placed.push(SACK_OK);
    if (name === 'ts' && options.ts !== undefined) {
      aligned(placed, 2);
      placed.push(TS);
    }
  }
  const sack = sackOf(options);
  if (sack !== null) {
    aligned(placed, 2);
    placed.push(sack);
  }
  placed.push(...cookieOf(options));
  while (sizeOf(placed) % 4 !== 0) placed.push(EOL);
  return placed;
}

/** As Linux does it: every option fills whole 32-bit words, the NOPs before it, but behind a cookie; SACK-permitted shares the words of the timestamps. */
function linuxLayout(options: Options): readonly Placed[] {
  const placed: Placed[] = [];
  const sackOk = options.sackPermitted === true;
  if (options.mss !== undefined) placed.push(MSS);
  if (options.ts !== undefined) placed.push(...(sackOk ? [SACK_OK] : [NOP, NOP]), TS);
  else if (sackOk) placed.push(NOP, NOP, SACK_OK);
  if (options.wscale !== undefined) placed.push(NOP, WSCALE);
  const sack = sackOf(options);
  if (sack !== null) placed.push(NOP, NOP, sack);
  placed.push(...cookieOf(options));
  aligned(placed, 0);
  return placed;
}

/** The options of a segment in their order on the wire, `padding` as a system of that kind has it, a multiple of four octets; no clause asks for an order. */
export function layoutOptions(options: Options, order: OptionLayout, padding: 'bsd' | 'linux'): readonly Placed[] {
  return padding === 'linux' ? linuxLayout(options) : bsdLayout(options, order);
}
