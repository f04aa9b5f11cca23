/** One field of the TCP header (RFC 9293 §3.1). */
export interface HeaderField {
  /** `lesson.header.<id>` is its name, `lesson.header.<id>.holds` what it holds. */
  readonly id: string;
  /** The first bit, counted from the beginning of the header. */
  readonly bit: number;
  /** Bits; null: as many as Data Offset says. */
  readonly width: number | null;
  /** One of the eight control bits, shown by its name. */
  readonly flag: string | null;
}

const FLAGS = ['CWR', 'ECE', 'URG', 'ACK', 'PSH', 'RST', 'SYN', 'FIN'] as const;

const WIDTHS: readonly (readonly [string, number | null])[] = [
  ['source-port', 16],
  ['destination-port', 16],
  ['seq', 32],
  ['ack-number', 32],
  ['data-offset', 4],
  ['reserved', 4],
  ...FLAGS.map((flag) => [flag, 1] as const),
  ['window', 16],
  ['checksum', 16],
  ['urgent-pointer', 16],
  ['options', null],
];

/** The fields of the header in their order, the control bits each by itself. */
export const HEADER_FIELDS: readonly HeaderField[] = WIDTHS.reduce<readonly HeaderField[]>((fields, [id, width]) => {
  const before = fields.at(-1);
  const bit = before === undefined ? 0 : before.bit + (before.width ?? 0);
  return [...fields, { id: id.toLowerCase(), bit, width, flag: FLAGS.find((flag) => flag === id) ?? null }];
}, []);

/** Where a field stands: the 32-bit word, from 1, the bits within it, from 0, and the octets of the header, from 0. */
export function placeOf({ bit, width }: HeaderField): { readonly word: number; readonly bits: string; readonly octets: string } {
  const last = bit + (width ?? 32) - 1;
  const range = (from: number, to: number) => (from === to ? String(from) : `${String(from)}–${String(to)}`);
  return {
    word: Math.floor(bit / 32) + 1,
    bits: range(bit % 32, last % 32),
    octets: width === null ? `${String(bit / 8)}–` : range(Math.floor(bit / 8), Math.floor(last / 8)),
  };
}
