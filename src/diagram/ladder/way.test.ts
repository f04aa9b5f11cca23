import { expect, test } from 'vitest';
import { dashBefore, lengthOf, wayFrom, wayTo } from './way.ts';

const WAY = [{ x: 0, y: 0 }, { x: 3, y: 4 }, { x: 3, y: 10 }];

test('a way is as long as its parts', () => {
  expect(lengthOf(WAY)).toBe(11);
  expect(lengthOf(WAY.slice(0, 1))).toBe(0);
  for (const y of [0, 2, 4, 7, 10]) expect(lengthOf(wayTo(WAY, y)) + lengthOf(wayFrom(WAY, y))).toBeCloseTo(11);
});

test('a dash that is drawn from within a way begins where it would have begun', () => {
  expect(dashBefore(WAY, 0, 3)).toBe(0);
  // After 3 of 5 to the corner, and 6, which is 1 beyond it.
  expect(dashBefore(WAY, 4, 3)).toBeCloseTo(2.4);
  expect(dashBefore(WAY, 5.5, 3)).toBeCloseTo(5);
  for (const y of [1, 4, 6, 9]) expect(lengthOf(wayTo(WAY, dashBefore(WAY, y, 3))) % 3).toBeCloseTo(0);
});
