import { expect, test } from 'vitest';
import { fuzzCaptures } from '../fuzz/captures.ts';
import { octets, pcapHeader, section, u32 } from './build.ts';
import { readWhole } from './read-whole.ts';

test.each([1, 2, 3, 4])('mutated captures, seed %i: none throws, none takes more work than its octets allow, and chunks make no difference', (seed) => {
  const { captures, withFrames, failure } = fuzzCaptures(seed, 500);
  expect(failure).toBeNull();
  expect(captures).toBe(500);
  // Most still are captures: what is behind the file header is what was tried.
  expect(withFrames).toBeGreaterThan(400);
});

test('a record that is announced with 16 MiB and comes in small pieces is put together without being copied for each of them', () => {
  const length = 0x100_0000;
  const head = octets(section('little'), u32('little', 5, length));
  const file = new Uint8Array(head.length + length);
  file.set(head);
  file.set(u32('little', length), head.length + length - 12);
  // A copy for each piece would be 131,072 copies of 8 MiB on average.
  expect(readWhole(file.subarray(0, head.length - 8 + length), 128)).toMatchObject({ frames: 0, problem: null });
});

test('a file of nothing but records of no length ends', () => {
  const file = octets(pcapHeader('little', 1), new Uint8Array(16 * 20_000));
  expect(readWhole(file).frames).toBe(20_000);
});
