import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stampOf, timeResolution } from './time-resolution.ts';

/** The same in whole numbers of any size. */
function exactly(octet: number, units: bigint): { readonly s: number; readonly ns: number } {
  const perSecond = octet & 0x80 ? 2n ** BigInt(octet & 0x7f) : 10n ** BigInt(octet);
  return { s: Number(units / perSecond), ns: Number(((units % perSecond) * 1_000_000_000n) / perSecond) };
}

const words = (units: bigint) => [Number(units >> 32n), Number(units & 0xffff_ffffn)] as const;
const octetsOfResolution = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0x80, max: 0x80 + 32 }));

test('of every resolution, every moment until the year 2100 is exact to the nanosecond', () => {
  fc.assert(
    fc.property(octetsOfResolution, fc.bigInt({ min: 0n, max: 4_102_444_800n }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (octet, s, fraction) => {
      const perSecond = octet & 0x80 ? 2n ** BigInt(octet & 0x7f) : 10n ** BigInt(octet);
      const units = s * perSecond + BigInt(Math.floor(fraction * Number(perSecond)));
      fc.pre(units < 2n ** 64n);
      expect(stampOf(timeResolution(octet), ...words(units), 0)).toEqual(exactly(octet, units));
    }),
  );
});

test.each([
  ['where its stamp takes all 64 bits', 10, 17_000_000_004_096_123_457n, { s: 1_700_000_000, ns: 409_612_345 }],
  ['in the last picosecond of a nanosecond', 12, 1_700_000_000_000_000_999n, { s: 1_700_000, ns: 0 }],
  ['in the last unit of a nanosecond that 2³² make a second of', 0x80 + 32, (1_700_000_000n << 32n) + 4n, { s: 1_700_000_000, ns: 0 }],
])('a moment is exact %s', (_where, octet, units, stamp) => {
  expect(stampOf(timeResolution(octet), ...words(units), 0)).toEqual(stamp);
});

test('whatever a file says, the nanoseconds are some of a second', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 255 }), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.integer(), (octet, units, offset) => {
      const { s, ns } = stampOf(timeResolution(octet), ...words(units), offset);
      expect(Number.isInteger(s) && Number.isInteger(ns) && ns >= 0 && ns < 1_000_000_000).toBe(true);
    }),
  );
});
