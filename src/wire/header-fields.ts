import type { FlagName } from '../tcp/flags.ts';

/** What names a field of fixed width; a control bit by its name in small letters. */
export type FieldId = 'source-port' | 'destination-port' | 'seq' | 'ack-number' | 'data-offset' | 'reserved' | Lowercase<FlagName> | 'window' | 'checksum' | 'urgent-pointer';

/** One field of the TCP header (RFC 9293 §3.1). */
export interface HeaderField {
  /** `lesson.header.<id>` is its name, `lesson.header.<id>.holds` what it holds. */
  readonly id: FieldId | 'options';
  /** The first bit, counted from the beginning of the header. */
  readonly bit: number;
  /** Bits; null: as many as Data Offset says. */
  readonly width: number | null;
  /** One of the eight control bits, shown by its name. */
  readonly flag: FlagName | null;
}

type Width = readonly [id: HeaderField['id'], width: number | null, flag: FlagName | null];

const FLAGS: readonly Width[] = [
  ['cwr', 1, 'CWR'],
  ['ece', 1, 'ECE'],
  ['urg', 1, 'URG'],
  ['ack', 1, 'ACK'],
  ['psh', 1, 'PSH'],
  ['rst', 1, 'RST'],
  ['syn', 1, 'SYN'],
  ['fin', 1, 'FIN'],
];

const WIDTHS: readonly Width[] = [
  ['source-port', 16, null],
  ['destination-port', 16, null],
  ['seq', 32, null],
  ['ack-number', 32, null],
  ['data-offset', 4, null],
  ['reserved', 4, null],
  ...FLAGS,
  ['window', 16, null],
  ['checksum', 16, null],
  ['urgent-pointer', 16, null],
  ['options', null, null],
];

/** The fields of the header in their order, the control bits each by itself. */
export const HEADER_FIELDS: readonly HeaderField[] = WIDTHS.reduce<readonly HeaderField[]>((fields, [id, width, flag]) => {
  const before = fields.at(-1);
  return [...fields, { id, bit: before === undefined ? 0 : before.bit + (before.width ?? 0), width, flag }];
}, []);

/** Where a field stands: the 32-bit word, from 1, the bits within it, from 0, and the octets of the header, from 0. */
export function placeOf({ bit, width }: Pick<HeaderField, 'bit' | 'width'>): { readonly word: number; readonly bits: string; readonly octets: string } {
  const last = bit + (width ?? 32) - 1;
  const range = (from: number, to: number) => (from === to ? String(from) : `${String(from)}–${String(to)}`);
  return {
    word: Math.floor(bit / 32) + 1,
    bits: range(bit % 32, last % 32),
    octets: width === null ? `${String(bit / 8)}–` : range(Math.floor(bit / 8), Math.floor(last / 8)),
  };
}
