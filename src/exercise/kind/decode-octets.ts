import { HEADER_FIELDS, placeOf, type HeaderField } from '../../wire/header-fields.ts';
import type { Header } from '../../wire/tcp-header.ts';

/** A field of fixed width that is more than one bit, by its id. */
export type ReadField = Exclude<HeaderField['id'], 'options' | 'reserved' | 'checksum' | 'urgent-pointer' | 'cwr' | 'ece' | 'urg' | 'ack' | 'psh' | 'rst' | 'syn' | 'fin'>;

/** Where a field stands in a header, and what is there. */
export interface Place {
  /** The first octet and the one behind the last, from 0. */
  readonly from: number;
  readonly to: number;
  /** The octets of the header as people write them: `4–7`. */
  readonly octets: string;
  /** What is in them, hexadecimal: `00 00 00 64`. */
  readonly hex: string;
}

/** Octets in hexadecimal, two digits each. */
export function hexOf(octets: Uint8Array): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join(' ');
}

/** The place of a field in this header; throws for one that the header does not have. */
export function placeIn({ octets }: Header, id: ReadField): Place {
  const field = HEADER_FIELDS.find((one) => one.id === id);
  if (field === undefined) throw new Error(`The header has no field "${id}"`);
  const from = Math.floor(field.bit / 8);
  const to = Math.ceil((field.bit + (field.width ?? 0)) / 8);
  return { from, to, octets: placeOf(field).octets, hex: hexOf(octets.subarray(from, to)) };
}

/** The value of a field of this header, unsigned. */
export function valueIn({ fields }: Header, id: ReadField): number {
  const field = fields.find((one) => one.option === null && one.id === id);
  if (field === undefined) throw new Error(`The header has no field "${id}"`);
  return field.value;
}
