import type { Words } from '../../narration/sentence.ts';
import type { OptionName } from '../../tcp/option-layout.ts';
import type { FieldOnWire } from '../../wire/tcp-header.ts';
import { HEADER_FIELDS } from '../../wire/header-fields.ts';
import { text } from '../text.ts';

/** The options as the documents abbreviate them, in every language. */
const SHORT: Readonly<Record<OptionName, string>> = { mss: 'MSS', wscale: 'WSopt', sackPermitted: 'SACK OK', sack: 'SACK', ts: 'TSopt', fastOpen: 'TFO', nop: 'NOP', eol: 'EOL' };

/** The name of a field: a control bit's own, an option's where it fills up alone, else in the reader's language. */
export function nameOf(field: FieldOnWire, words: Words): string {
  if (field.option !== null) return field.option === 'nop' || field.option === 'eol' ? SHORT[field.option] : text(words, `lab.header.part.${field.part}`);
  return HEADER_FIELDS.find(({ id }) => id === field.id)?.flag ?? text(words, `lesson.header.${field.id}`);
}

/** The option that a field is a part of, where its name does not say it; empty elsewhere. */
export function optionOf({ option }: FieldOnWire): string {
  return option === null || option === 'nop' || option === 'eol' ? '' : SHORT[option];
}

/** What a field of this kind holds in any segment. */
export function meaningOf(field: FieldOnWire, words: Words): string {
  return text(words, field.option === null ? `lesson.header.${field.id}.holds` : `lab.header.option.${field.option}`);
}

/** The value in hexadecimal, as many digits as the field has room for. */
export function hexOf({ value, width }: FieldOnWire): string {
  return `0x${value.toString(16).padStart(Math.ceil(width / 4), '0')}`;
}

/** The value as it is usually written: checksum and cookie in hexadecimal, all others in decimal. */
export function valueOf(field: FieldOnWire): string {
  const isHex = field.option === null ? field.id === 'checksum' : field.part === 'cookie';
  return isHex ? hexOf(field) : String(field.value);
}
