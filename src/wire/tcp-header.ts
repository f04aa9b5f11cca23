import { FLAG_NAMES } from '../tcp/flags.ts';
import type { Placed } from '../tcp/option-layout.ts';
import type { Segment } from '../tcp/segment.ts';
import { checksum, pseudoHeader } from './checksum.ts';
import { HEADER_FIELDS, type FieldId } from './header-fields.ts';
import { optionFields, type OptionField } from './option-fields.ts';
import { payload } from './payload.ts';

/** A field of fixed width in one header. */
export interface FixedField {
  readonly id: FieldId;
  readonly option: null;
  /** The first bit, counted from the beginning of the header. */
  readonly bit: number;
  /** Bits, 1…32. */
  readonly width: number;
  /** As an unsigned number. */
  readonly value: number;
}

/** One field of one header; none goes over the end of a 32-bit word. */
export type FieldOnWire = FixedField | OptionField;

/** The TCP header of a segment as it is on the wire. */
export interface Header {
  /** From the first bit to the last, without a gap. */
  readonly fields: readonly FieldOnWire[];
  /** 20…60 of them, a multiple of four. */
  readonly octets: Uint8Array;
}

/** What a segment's header needs to know besides the segment. */
export interface Envelope {
  readonly source: number;
  readonly destination: number;
  /** Addresses of 4 or of 16 octets, for the checksum. */
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  /** The segment's options in their order, a multiple of four octets. */
  readonly options: readonly Placed[];
}

/** The octets of fields that stand one behind the other from bit 0 on, the most significant bit of each first. */
function encode(fields: readonly FieldOnWire[]): Uint8Array {
  const bits = fields.map(bitsOf).join('');
  return Uint8Array.from({ length: bits.length / 8 }, (_none, octet) => Number.parseInt(bits.slice(octet * 8, octet * 8 + 8), 2));
}

/** The bits of a field: `0010`. */
export function bitsOf({ value, width }: Pick<FieldOnWire, 'value' | 'width'>): string {
  return value.toString(2).padStart(width, '0');
}

/** Each field of fixed width with its value; the checksum is 0. */
function fixedValues(segment: Segment, { source, destination }: Envelope, words: number): Readonly<Record<FieldId, number>> {
  const flag = (name: (typeof FLAG_NAMES)[number]) => (segment.flags >> FLAG_NAMES.indexOf(name)) & 1;
  return {
    'source-port': source,
    'destination-port': destination,
    seq: segment.seq,
    'ack-number': segment.ack,
    'data-offset': words,
    reserved: 0,
    cwr: flag('CWR'),
    ece: flag('ECE'),
    urg: flag('URG'),
    ack: flag('ACK'),
    psh: flag('PSH'),
    rst: flag('RST'),
    syn: flag('SYN'),
    fin: flag('FIN'),
    window: segment.wnd,
    checksum: 0,
    'urgent-pointer': segment.up,
  };
}

/** The fields of a segment's header with a checksum of 0. */
function unsigned(segment: Segment, envelope: Envelope): readonly FieldOnWire[] {
  const { options } = envelope;
  const begin = HEADER_FIELDS.reduce((bits, { width }) => bits + (width ?? 0), 0);
  const words = begin / 32 + options.reduce((octets, { length }) => octets + length, 0) / 4;
  const values = fixedValues(segment, envelope, words);
  const fixed = HEADER_FIELDS.flatMap(({ id, bit, width }): readonly FixedField[] => (id === 'options' || width === null ? [] : [{ id, option: null, bit, width, value: values[id] }]));
  return [...fixed, ...optionFields(options, segment.options, begin)];
}

/** The header of a segment, its checksum over the pseudo-header, itself and its octets of data (RFC 9293 §3.1). */
export function tcpHeader(segment: Segment, envelope: Envelope, data = payload(segment)): Header {
  const blank = unsigned(segment, envelope);
  const octets = encode(blank);
  const sum = checksum(pseudoHeader(envelope.from, envelope.to, octets.length + data.length), octets, data);
  const fields = blank.map((field) => (field.option === null && field.id === 'checksum' ? { ...field, value: sum } : field));
  return { fields, octets: encode(fields) };
}
