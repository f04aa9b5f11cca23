import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { say } from '../narration/say.ts';
import { seq } from '../tcp/seq.ts';
import type { WireFault } from '../wire/packet/wire-fault.ts';
import type { Ending, Happened, Opening } from './happened.ts';
import { phraseOf } from './phrase.ts';
import type { Noticed } from './remark.ts';
import { noticedSaid } from './remark-said.ts';

const words = (language: string) => JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'content', 'i18n', `${language}.json`), 'utf8')) as Readonly<Record<string, string>>;
const WORDS = { en: words('en'), ko: words('ko') };
const spoken = (happened: Happened, language: keyof typeof WORDS = 'en') => phraseOf(happened).map((one) => say(one, WORDS[language]));

const OPENINGS: readonly Opening[] = [{ type: 'handshake' }, { type: 'simultaneous' }, { type: 'before' }, { type: 'refused', tries: 1 }, { type: 'refused', tries: 2 }, { type: 'unanswered', tries: 1 }, { type: 'unanswered', tries: 6 }, { type: 'half-open', answers: 1 }, { type: 'half-open', answers: 3 }];
const ENDINGS: readonly Ending[] = [
  { type: 'none' },
  { type: 'reset', by: 'B', after: 3000 },
  { type: 'closed', by: 'A', segments: 3 },
  { type: 'closed', by: 'B', segments: 4 },
  { type: 'closed simultaneously' },
  { type: 'half-closed', by: 'A', acknowledged: true },
  { type: 'half-closed', by: 'A', acknowledged: false },
  { type: 'closing', by: 'B' },
];

test.each<readonly [Happened, readonly string[]]>([
  [{ opening: { type: 'handshake' }, ending: { type: 'reset', by: 'B', after: 3000 } }, ['Handshake complete', 'Reset by the server after 3 s']],
  [{ opening: { type: 'handshake' }, ending: { type: 'none' } }, ['Handshake complete', 'Still open']],
  [{ opening: { type: 'before' }, ending: { type: 'closed', by: 'A', segments: 4 } }, ['Began before the capture', 'Closed in four segments, first by the client']],
  [{ opening: { type: 'refused', tries: 1 }, ending: { type: 'reset', by: 'B', after: 41 } }, ['Refused: a RST answers the SYN']],
  [{ opening: { type: 'unanswered', tries: 6 }, ending: { type: 'none' } }, ['SYN sent 6 times and never answered']],
  [{ opening: { type: 'half-open', answers: 1 }, ending: { type: 'reset', by: 'A', after: 50 } }, ['Half-open: the SYN,ACK was never acknowledged', 'Reset by the client after 50 ms']],
])('%o', (happened, phrase) => {
  expect(spoken(happened)).toEqual(phrase);
});

const FAULTS: readonly WireFault[] = [
  { type: 'checksum bad', found: 1, expected: 0xbeef },
  { type: 'checksum not filled in' },
  { type: 'IP checksum bad', found: 0, expected: 5 },
  { type: 'IP length absent' },
  { type: 'jumbogram', length: 70_000 },
  { type: 'IP length beyond frame', missing: 4 },
  { type: 'cut', missing: 1400 },
  { type: 'data offset', words: 3 },
  { type: 'option length', kind: 8, length: 0 },
  { type: 'option length', kind: 8, length: null },
  { type: 'window scale', shift: 200 },
  { type: 'reserved bits', bits: 4 },
];

const NOTICED: readonly Noticed[] = [
  { type: 'lost', again: 7 },
  { type: 'ack lost', again: 7 },
  { type: 'overtaken', by: 7 },
  { type: 'copy', of: 7 },
  { type: 'old duplicate', of: 7 },
  { type: 'not captured', from: seq(0xffff_ffff), length: 3 },
  { type: 'gap', from: seq(5), length: 1 },
  { type: 'older connection' },
  { type: 'foreign' },
  { type: 'habit', profile: 'linux' },
  { type: 'habit', profile: 'freebsd' },
  { type: 'habit', profile: 'rfc9293' },
  { type: 'unasked' },
  { type: 'unexpected' },
  { type: 'delayed', by: 120, answered: 9 },
  { type: 'offloaded', mss: 1460 },
  { type: 'began before' },
  ...FAULTS.map((fault): Noticed => ({ type: 'fault', fault })),
];

describe.each(['en', 'ko'] as const)('in %s', (language) => {
  test('every phrase and every remark has its words, without a gap', () => {
    const phrases = OPENINGS.flatMap((opening) => ENDINGS.flatMap((ending) => spoken({ opening, ending }, language)));
    const remarks = NOTICED.map((one) => say(noticedSaid(one), WORDS[language]));
    expect([...phrases, ...remarks].filter((one) => /^capture\.|\{\{|undefined/u.test(one))).toEqual([]);
    expect(new Set(remarks).size).toBe(NOTICED.length);
  });
});

test('what a remark names are the numbers that are meant', () => {
  expect(say(noticedSaid({ type: 'not captured', from: seq(0xffff_ffff), length: 3 }), WORDS.en)).toContain('3 of them, sequence numbers 4294967295 to 1');
  expect(say(noticedSaid({ type: 'fault', fault: { type: 'checksum bad', found: 1, expected: 0xbeef } }), WORDS.en)).toContain('0x0001 where its octets give 0xbeef');
});
