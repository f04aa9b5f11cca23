import { clause } from '../../narration/cite-url.ts';
import { sentence } from '../../narration/sentence.ts';
import { FLAG_NAMES, type FlagName } from '../../tcp/flags.ts';
import type { Header } from '../../wire/tcp-header.ts';
import type { Explained, ManyField, Option } from '../field.ts';
import { explained, plain, rightOption, wrongOption } from '../option.ts';
import { hexOf } from './decode-octets.ts';

const KEY = 'exercise.decode.why';
const HEADER = clause('RFC 9293 §3.1');

/** From CWR down to FIN, as they stand in the octet. */
const FROM_LEFT: readonly FlagName[] = FLAG_NAMES.toReversed();

function hasBit(octet: number, bit: number): boolean {
  return ((octet >> bit) & 1) === 1;
}

function optionFor(flag: FlagName, { octets }: Header): Option {
  const bit = FLAG_NAMES.indexOf(flag);
  const [before = 0, octet = 0] = octets.subarray(12, 14);
  const facts = { flag, hex: hexOf(octets.subarray(13, 14)), bits: octet.toString(2).padStart(8, '0'), mask: hexOf(Uint8Array.of(1 << bit)) };
  const tell = (name: string): Explained => explained(sentence(`${KEY}.${name}`, facts), HEADER);
  if (hasBit(octet, bit)) {
    const leftOut = { ...rightOption(flag, plain(flag)), why: [tell('bit-set')] };
    const isLater = flag === 'CWR' || flag === 'ECE';
    return isLater ? { ...leftOut, misconception: 'six-flags', why: [explained(sentence('misconception.six-flags')), ...leftOut.why] } : leftOut;
  }
  const why = [tell('bit-not-set'), ...(hasBit(octet, 7 - bit) ? [tell('bits-from-left')] : []), ...(hasBit(before, bit) ? [tell('bits-of-offset')] : [])];
  return wrongOption({ value: flag, why }, plain(flag));
}

/** Which of the eight control bits are set? */
export function flagsField(header: Header): ManyField {
  const octet = header.octets[13] ?? 0;
  const set = FROM_LEFT.filter((flag) => hasBit(octet, FLAG_NAMES.indexOf(flag)));
  return {
    type: 'many',
    id: 'flags',
    label: sentence('exercise.decode.field.flags'),
    options: FROM_LEFT.map((flag) => optionFor(flag, header)),
    accepted: set,
    explanation: [explained(sentence(`${KEY}.bits`, { hex: hexOf(Uint8Array.of(octet)), bits: octet.toString(2).padStart(8, '0'), flags: set.join(', ') }), HEADER)],
  };
}
