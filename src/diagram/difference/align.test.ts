import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align, type Pair } from './align.ts';

const letters = (one: string, other: string) => (a: number, b: number) => (one[a] === other[b] ? 1 : 0);
const aligned = (one: string, other: string) => align(one.length, other.length, letters(one, other), 1);
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 24 });

/** The textbook recurrence, written otherwise. */
function longestCommon(one: string, other: string): number {
  const known = new Map<string, number>();
  const from = (a: number, b: number): number => {
    if (a === one.length || b === other.length) return 0;
    const key = `${String(a)} ${String(b)}`;
    const found = known.get(key) ?? (one[a] === other[b] ? 1 + from(a + 1, b + 1) : Math.max(from(a + 1, b), from(a, b + 1)));
    known.set(key, found);
    return found;
  };
  return from(0, 0);
}

const together = (pairs: readonly Pair[]) => pairs.filter(([a, b]) => a !== null && b !== null);

test('what one list has more stands alone between the pairs', () => {
  expect(aligned('abcd', 'acxd')).toEqual([[0, 0], [1, null], [2, 1], [null, 2], [3, 3]]);
});

test('of two equal partners the first is taken', () => {
  expect(aligned('xab', 'yaab')).toEqual([[0, null], [null, 0], [1, 1], [null, 2], [2, 3]]);
});

test('every place of both lists appears once, in order, and no alignment pairs more', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      const pairs = aligned(one, other);
      expect(pairs.flatMap(([a]) => a ?? [])).toEqual(Array.from(one, (_, at) => at));
      expect(pairs.flatMap(([, b]) => b ?? [])).toEqual(Array.from(other, (_, at) => at));
      expect(together(pairs).every(([a, b]) => one[a ?? -1] === other[b ?? -1])).toBe(true);
      expect(together(pairs)).toHaveLength(longestCommon(one, other));
    }),
  );
});

test('a heavier pair is worth more than several light ones that it excludes', () => {
  const heavy = (a: number, b: number) => (a === 0 && b === 2 ? 9 : a > 0 && b === a - 1 ? 1 : 0);
  expect(together(align(3, 3, heavy, 10))).toEqual([[0, 2]]);
});

test('lists too long for a whole table are paired within reach of the diagonal, across what each has more', () => {
  const [one, other] = [[...Array(1500).keys()], [...Array(1500).keys()]];
  const [left, right] = [[...one.slice(0, 700), -1, ...one.slice(700), -2], [-3, ...other.slice(0, 300), -4, -5, ...other.slice(300)]];
  const pairs = align(left.length, right.length, (a, b) => (left[a] === right[b] ? 1 : 0), 1);
  expect(together(pairs).map(([a]) => left[a ?? -1])).toEqual(one);
});
