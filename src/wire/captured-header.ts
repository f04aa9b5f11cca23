import { ACK, has } from '../tcp/flags.ts';
import type { OptionName, Placed } from '../tcp/option-layout.ts';
import type { Segment } from '../tcp/segment.ts';
import { HEADER_FIELDS } from './header-fields.ts';
import { KINDS, optionFields } from './option-fields.ts';
import type { FixedField, Header } from './tcp-header.ts';

/** Octets of the header without options. */
const FIXED = 20;

const NAMES = new Map(Object.entries(KINDS).map(([name, kind]) => [kind, name as OptionName]));

/** The options in their order; null where one is of a kind that has no name here, or of an impossible length. */
function placedIn(octets: Uint8Array): readonly Placed[] | null {
  const placed: Placed[] = [];
  let isOver = false;
  for (let at = FIXED; at < octets.length; ) {
    const kind: OptionName | undefined = isOver ? 'eol' : NAMES.get(octets[at] ?? 0);
    if (kind === undefined) return null;
    isOver ||= kind === 'eol';
    const length = kind === 'eol' || kind === 'nop' ? 1 : (octets[at + 1] ?? 0);
    if (length === 0 || at + length > octets.length) return null;
    placed.push({ kind, length });
    at += length;
  }
  return placed;
}

/** The unsigned number in bits of the octets, 1…32 of them. */
function bitsIn(octets: Uint8Array, bit: number, width: number): number {
  let value = 0;
  for (let at = bit; at < bit + width; at += 1) value = value * 2 + (((octets[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
  return value;
}

/** The header of a captured segment, field by field as its octets have it; sequence numbers are the segment's, which may be counted from another beginning than those of the wire. Null where the options cannot be told apart. */
export function capturedHeader(segment: Segment, octets: Uint8Array): Header | null {
  const placed = placedIn(octets);
  if (placed === null) return null;
  const counted: Readonly<Record<string, number>> = { seq: segment.seq, ...(has(segment.flags, ACK) ? { 'ack-number': segment.ack } : {}) };
  const fixed = HEADER_FIELDS.flatMap(({ id, bit, width }): readonly FixedField[] => (id === 'options' || width === null ? [] : [{ id, option: null, bit, width, value: counted[id] ?? bitsIn(octets, bit, width) }]));
  return { fields: [...fixed, ...optionFields(placed, segment.options, FIXED * 8)], octets };
}
