import { describe, expect, it } from 'vitest';
import type { SackBlock } from './option.ts';
import { sackedAfter } from './sack.ts';
import { seq } from './seq.ts';

const block = (left: number, right: number): SackBlock => ({ left: seq(left), right: seq(right) });
const after = (known: readonly SackBlock[], ...reported: readonly SackBlock[]) => sackedAfter(known, reported, seq(100), seq(200));

describe('what SACK reports', () => {
  it('is kept in order, and becomes one where it touches', () => {
    expect(after([block(150, 160)], block(120, 130))).toEqual([block(120, 130), block(150, 160)]);
    expect(after([block(120, 130), block(150, 160)], block(130, 150))).toEqual([block(120, 160)]);
  });

  it('is ignored where it cannot be: outside SND.UNA…SND.NXT, empty, or half the sequence space long (RFC 2018 §5)', () => {
    expect(after([], block(100, 110), block(90, 95), block(190, 201), block(150, 150), block(150, 140), block(150, 2 ** 31 + 180))).toEqual([]);
    expect(after([], block(190, 200))).toEqual([block(190, 200)]);
  });
});
