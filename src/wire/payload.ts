import { SYN, has } from '../tcp/flags.ts';
import type { Segment } from '../tcp/segment.ts';
import { seqAdd, type Seq } from '../tcp/seq.ts';

/** Octets of one line of the pattern; 2³² is a multiple, so that the pattern goes on where sequence numbers wrap. */
const LINE = 16;
const LABEL = Array.from('SEQ: ', (letter) => letter.charCodeAt(0));
const DIGITS = 10;
const ZERO = 0x30;
const LINE_FEED = 0x0a;

/** The octet that a sequence number names, for whoever needs real octets: lines of sixteen, `SEQ: 0000000112` and a line feed, each with its own first number. */
export function octetAt(at: Seq): number {
  const place = at % LINE;
  const label = LABEL[place];
  if (label !== undefined) return label;
  const digit = place - LABEL.length;
  return digit < DIGITS ? ZERO + (Math.floor((at - place) / 10 ** (DIGITS - 1 - digit)) % 10) : LINE_FEED;
}

/** The octets of data of a segment, by the pattern; behind a SYN they begin at SEQ+1 (RFC 9293 §3.4). */
export function payload({ seq, flags, length }: Pick<Segment, 'seq' | 'flags' | 'length'>): Uint8Array {
  const first = has(flags, SYN) ? seqAdd(seq, 1) : seq;
  return Uint8Array.from({ length }, (_none, place) => octetAt(seqAdd(first, place)));
}
