import { expect, test } from 'vitest';
import { lengthOf, wayFrom, wayTo } from './way.ts';

const WAY = [{ x: 0, y: 0 }, { x: 3, y: 4 }, { x: 3, y: 10 }];

test('a way is as long as its parts', () => {
  expect(lengthOf(WAY)).toBe(11);
  expect(lengthOf(WAY.slice(0, 1))).toBe(0);
  for (const y of [0, 2, 4, 7, 10]) expect(lengthOf(wayTo(WAY, y)) + lengthOf(wayFrom(WAY, y))).toBeCloseTo(11);
});
