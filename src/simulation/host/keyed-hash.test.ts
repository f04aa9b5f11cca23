import { expect, it } from 'vitest';
import { keyedHash } from './keyed-hash.ts';

it.each([
  ['192.0.2.1:50001 198.51.100.1:443', 7, 4_129_796_583],
  ['', 0, 4_027_423_904],
])('hashes “%s” with the key %i as another implementation of SHA-256 does', (text, key, expected) => {
  expect(keyedHash(key, text)).toBe(expected);
});
