import { expect, test } from 'vitest';
import { checksum, pseudoHeader } from './checksum.ts';

test('the example of RFC 1071 §3: the words add up to DDF2, of which the checksum is the complement', () => {
  expect(checksum(Uint8Array.of(0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7))).toBe(0xffff - 0xddf2);
});

test('an odd octet at the end counts as the high one of a word', () => {
  expect(checksum(Uint8Array.of(0x12, 0x34, 0x56))).toBe(0xffff - (0x1234 + 0x5600));
});

test('a carry that carries again comes back in once more', () => {
  expect(checksum(Uint8Array.of(0xff, 0xff, 0x00, 0x01), Uint8Array.of(0xff, 0xff))).toBe(0xffff - 1);
});

test('the pseudo-header names both ends, TCP, and the length of header and data', () => {
  expect([...pseudoHeader(Uint8Array.of(198, 51, 100, 1), Uint8Array.of(192, 0, 2, 1), 0x1234)]).toEqual([198, 51, 100, 1, 192, 0, 2, 1, 0, 6, 0x12, 0x34]);
});

test('the pseudo-header of IPv6 has longer addresses and 32 bits for the length', () => {
  const [from, to] = [Uint8Array.from({ length: 16 }, (_none, place) => place), Uint8Array.from({ length: 16 }, (_none, place) => 0xf0 + place)];
  expect([...pseudoHeader(from, to, 0x12345)]).toEqual([...from, ...to, 0, 1, 0x23, 0x45, 0, 0, 0, 6]);
});
