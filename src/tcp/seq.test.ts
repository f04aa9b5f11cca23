import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seq, seqAdd, seqDiff, seqGe, seqGt, seqLe, seqLt, seqMax } from './seq.ts';

const numbers = fc.integer({ min: 0, max: 0xffff_ffff }).map(seq);
const distances = fc.integer({ min: 1, max: 0x7fff_ffff });

describe('sequence numbers modulo 2³²', () => {
  it('wrap round from the largest to zero', () => {
    expect(seqAdd(seq(0xffff_ffff), 1)).toBe(0);
    expect(seqAdd(seq(0), -1)).toBe(0xffff_ffff);
    expect(seq(2 ** 32 + 5)).toBe(5);
    expect(seqLt(seq(0xffff_fff0), seq(5))).toBe(true);
    expect(seqMax(seq(0xffff_fff0), seq(5))).toBe(5);
  });

  it('are ordered by their distance, wherever the circle is cut', () => {
    fc.assert(
      fc.property(numbers, distances, (a, distance) => {
        const b = seqAdd(a, distance);
        expect([seqLt(a, b), seqLe(a, b), seqGt(b, a), seqGe(b, a)]).toEqual([true, true, true, true]);
        expect([seqLt(b, a), seqLe(b, a), seqGt(a, b), seqGe(a, b)]).toEqual([false, false, false, false]);
        expect(seqDiff(b, a)).toBe(distance);
        expect(seqDiff(a, b)).toBe(-distance);
        expect(seqMax(a, b)).toBe(b);
      }),
    );
  });

  it('are equal to themselves in every comparison that allows it', () => {
    fc.assert(
      fc.property(numbers, (a) => {
        expect([seqLe(a, a), seqGe(a, a), seqLt(a, a), seqGt(a, a), seqDiff(a, a)]).toEqual([true, true, false, false, 0]);
      }),
    );
  });
});
