import { clause } from '../../narration/cite-url.ts';
import { sentence } from '../../narration/sentence.ts';
import type { Header } from '../../wire/tcp-header.ts';
import { seq, seqAdd } from '../../tcp/seq.ts';
import type { Explained, Mistake, NumberField } from '../field.ts';
import { distinct, explained, mistakeOf, type Wrong } from '../option.ts';
import { hexOf, placeIn, valueIn, type ReadField } from './decode-octets.ts';

/** A number that can be read from a header: a field of it, or what a field says. */
export type ReadNumber = ReadField | 'options' | 'received';

const KEY = 'exercise.decode';
const HEADER = clause('RFC 9293 §3.1');
/** Words of 32 bits that every header has. */
const FIXED_WORDS = 5;
const KNOWN = 6;

function why(name: string, params: Readonly<Record<string, string | number>> = {}): readonly Explained[] {
  return [explained(sentence(`${KEY}.why.${name}`, params), HEADER)];
}

/** The same octets with the least significant first. */
function swapped(octets: Uint8Array): number {
  return Array.from(octets).reduceRight((sum, octet) => sum * 256 + octet, 0);
}

/** What is read where the octets are right and the way of reading is not. */
function misread(header: Header, id: ReadField): readonly Wrong[] {
  const { from, to, hex } = placeIn(header, id);
  const digits = hex.replaceAll(' ', '');
  const decimal: readonly Wrong[] = /^\d+$/.test(digits) ? [{ value: String(Number(digits)), why: why('hex-as-decimal', { hex }) }] : [];
  return [{ value: String(swapped(header.octets.subarray(from, to))), why: why('swapped', { hex }) }, ...decimal];
}

const OTHERS: Readonly<Record<Exclude<ReadField, 'data-offset'>, readonly (ReadField | 'checksum')[]>> = {
  'source-port': ['destination-port'],
  'destination-port': ['source-port'],
  seq: ['ack-number'],
  'ack-number': ['seq'],
  window: ['checksum'],
};

/** What stands in a field that is easily taken for this one. */
function elsewhere(header: Header, id: Exclude<ReadField, 'data-offset'>): readonly Wrong[] {
  return OTHERS[id].flatMap((other) => {
    const found = header.fields.find((field) => field.option === null && field.id === other);
    return found === undefined ? [] : [{ value: String(found.value), why: why(`elsewhere.${other}`) }];
  });
}

/** What the number is, the wrong answers that are known, and why it is right. */
function readingOf(header: Header, id: ReadNumber): { readonly value: number; readonly wrong: readonly Wrong[]; readonly because: readonly Explained[]; readonly place: ReadField } {
  switch (id) {
    case 'data-offset': {
      const words = valueIn(header, id);
      const octet = header.octets.subarray(12, 13);
      const [hex, whole] = [hexOf(octet), octet[0] ?? 0];
      const wrong: readonly Wrong[] = [
        { value: String(words * 4), why: why('offset-in-octets', { value: words * 4 }) },
        { value: String(whole), why: why('offset-whole-octet', { hex }) },
        { value: hex, why: why('offset-whole-octet', { hex }) },
        { value: String(whole & 15), why: why('offset-low-bits', { hex }) },
      ];
      return { value: words, wrong, because: why('offset', { hex, words, octets: words * 4 }), place: id };
    }
    case 'options': {
      const words = valueIn(header, 'data-offset');
      const more = words - FIXED_WORDS;
      const wrong: readonly Wrong[] = [
        { value: String(words * 4), why: why('options-with-header', { value: words * 4 }) },
        { value: String(more), why: why('options-in-words', { value: more }) },
        { value: String(words), why: why('options-in-words', { value: words }) },
      ];
      return { value: more * 4, wrong, because: why('options', { words, octets: more * 4 }), place: 'data-offset' };
    }
    case 'received': {
      const ack = valueIn(header, 'ack-number');
      const last = seqAdd(seq(ack), -1);
      const beside = { value: String(seqAdd(seq(ack), 1)), why: why('received-beyond', { ack }) };
      const wrong: readonly Wrong[] = [{ value: String(ack), misconception: 'ack-names-last-byte' }, beside, ...elsewhere(header, 'ack-number')];
      return { value: last, wrong, because: why('received', { ...placeIn(header, 'ack-number'), ack, last }), place: 'ack-number' };
    }
    default: {
      const value = valueIn(header, id);
      const { octets, hex } = placeIn(header, id);
      return { value, wrong: [...misread(header, id), ...elsewhere(header, id)], because: why('stands', { octets, hex, value }), place: id };
    }
  }
}

/** A number to be read from the octets of a header. */
export function readField(header: Header, id: ReadNumber): NumberField {
  const { value, wrong, because, place } = readingOf(header, id);
  const right = String(value);
  const mistakes: readonly Mistake[] = distinct(wrong, right, KNOWN).map(mistakeOf);
  const { octets, hex } = placeIn(header, place);
  return {
    type: 'number',
    id,
    label: sentence(`${KEY}.field.${id}`),
    form: 'number',
    accepted: [right],
    mistakes,
    otherwise: why(place === 'data-offset' ? 'look-at-offset' : 'look-at', { octets, hex }),
    explanation: because,
  };
}
