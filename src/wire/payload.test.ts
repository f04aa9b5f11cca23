import { expect, test } from 'vitest';
import { flagsNamed } from '../tcp/flags.ts';
import { seq } from '../tcp/seq.ts';
import { payload } from './payload.ts';

const text = (from: number, length: number, flags = flagsNamed(['ACK'])) => String.fromCharCode(...payload({ seq: seq(from), length, flags }));

test('each line names the sequence number of its own first octet', () => {
  expect(text(112, 40)).toBe('SEQ: 0000000112\nSEQ: 0000000128\nSEQ: 000');
  expect(text(115, 3)).toBe(text(112, 6).slice(3));
});

test('the pattern goes on where sequence numbers wrap', () => {
  expect(text(2 ** 32 - 16, 32)).toBe('SEQ: 4294967280\nSEQ: 0000000000\n');
});

test('behind a SYN the data begin one number later', () => {
  expect(text(111, 16, flagsNamed(['SYN']))).toBe('SEQ: 0000000112\n');
});
