import type { OptionName, Placed } from '../tcp/option-layout.ts';
import type { Options } from '../tcp/option.ts';

/** The numbers of the options (RFC 9293 §3.2, RFC 7323 §2.2 and §3.2, RFC 2018 §2 and §3, RFC 7413 §4.1.1). */
export const KINDS: Readonly<Record<OptionName, number>> = { eol: 0, nop: 1, mss: 2, wscale: 3, sackPermitted: 4, sack: 5, ts: 8, fastOpen: 34 };

/** A part of an option. */
export type OptionPart = 'kind' | 'length' | 'mss' | 'shift' | 'left' | 'right' | 'val' | 'ecr' | 'cookie';

/** One part of an option, as it stands on the wire. */
export interface OptionField {
  readonly option: OptionName;
  readonly part: OptionPart;
  /** The first bit, counted from the beginning of the header. */
  readonly bit: number;
  /** Bits, a multiple of 8, never over the end of a 32-bit word. */
  readonly width: number;
  readonly value: number;
}

type Content = readonly [part: OptionPart, width: number, value: number];

/** A cookie in pieces that end where 32-bit words do; `bit`: where it begins. */
function cookiePieces(cookie: string, bit: number): readonly Content[] {
  if (cookie === '') return [];
  const width = Math.min(cookie.length * 4, 32 - (bit % 32));
  const digits = width / 4;
  return [['cookie', width, Number.parseInt(cookie.slice(0, digits), 16)], ...cookiePieces(cookie.slice(digits), bit + width)];
}

/** What follows kind and length; `bit`: where it begins. */
function contentOf(option: OptionName, { mss = 0, wscale = 0, ts, sack = [], fastOpen = '' }: Options, bit: number): readonly Content[] {
  switch (option) {
    case 'mss':
      return [['mss', 16, mss]];
    case 'wscale':
      return [['shift', 8, wscale]];
    case 'ts':
      return [['val', 32, ts?.val ?? 0], ['ecr', 32, ts?.ecr ?? 0]];
    case 'sack':
      return sack.flatMap(({ left, right }): readonly Content[] => [['left', 32, left], ['right', 32, right]]);
    case 'fastOpen':
      return cookiePieces(fastOpen, bit);
    case 'sackPermitted':
    case 'nop':
    case 'eol':
      return [];
  }
}

/** The parts of these options from `begin` on, a bit of the header: kind alone for what fills up, else kind, length and what the option says (RFC 9293 §3.2). */
export function optionFields(placed: readonly Placed[], options: Options, begin: number): readonly OptionField[] {
  const fields: OptionField[] = [];
  let bit = begin;
  for (const { kind: option, length } of placed) {
    const head: readonly Content[] = length === 1 ? [['kind', 8, KINDS[option]]] : [['kind', 8, KINDS[option]], ['length', 8, length]];
    for (const [part, width, value] of [...head, ...contentOf(option, options, bit + 16)]) {
      fields.push({ option, part, bit, width, value });
      bit += width;
    }
  }
  return fields;
}
