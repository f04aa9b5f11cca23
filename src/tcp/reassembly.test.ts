import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kept, released } from './reassembly.ts';
import { seq, seqAdd } from './seq.ts';
import type { Beyond } from './tcb.ts';

const run = (at: number, length: number, fin = false): Beyond => ({ seq: seq(at), length, fin });

describe('segments beyond a hole', () => {
  it('stay in order, and become one where they touch or overlap', () => {
    expect(kept([run(10, 5), run(30, 5)], run(20, 5))).toEqual([run(10, 5), run(20, 5), run(30, 5)]);
    expect(kept([run(10, 5), run(30, 5)], run(15, 15))).toEqual([run(10, 25)]);
    expect(kept([run(10, 20)], run(12, 3))).toEqual([run(10, 20)]);
    expect(kept([run(10, 5)], run(15, 0, true))).toEqual([run(10, 5, true)]);
  });

  it('end with a FIN only where it stands behind all of them, whoever forged the others', () => {
    expect(kept([run(10, 20)], run(12, 3, true))).toEqual([run(10, 20)]);
    expect(kept([run(10, 5, true)], run(12, 20))).toEqual([run(10, 22)]);
    expect(kept([run(10, 5, true)], run(5, 5))).toEqual([run(5, 10, true)]);
  });

  it('are released up to the next hole', () => {
    expect(released([run(10, 5), run(30, 5)], seq(12))).toEqual({ length: 3, fin: false, beyond: [run(30, 5)] });
    expect(released([run(10, 5)], seq(9))).toEqual({ length: 0, fin: false, beyond: [run(10, 5)] });
    expect(released([run(10, 5), run(20, 5), run(40, 5)], seq(22))).toEqual({ length: 3, fin: false, beyond: [run(40, 5)] });
    expect(released([run(10, 5, true)], seq(40))).toEqual({ length: 0, fin: false, beyond: [] });
    expect(released([run(10, 5, true)], seq(10))).toEqual({ length: 5, fin: true, beyond: [] });
  });

  it('hold exactly the octets that came, in any order, also across the wrap', () => {
    const piece = fc.record({ at: fc.nat(60), length: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom(0, 0xffff_ffe0), (pieces, base) => {
        const runs = pieces.reduce<readonly Beyond[]>((all, { at, length }) => kept(all, run(base + at, length)), []);
        const came = new Set(pieces.flatMap(({ at, length }) => Array.from({ length }, (_none, i) => seqAdd(seq(base), at + i))));
        const held = runs.flatMap((one) => Array.from({ length: one.length }, (_none, i) => seqAdd(one.seq, i)));
        expect(new Set(held)).toEqual(came);
        expect(held).toHaveLength(came.size);
      }),
    );
  });
});
