import { expect, test } from 'vitest';
import { isFar, scrollFor } from './keep-in-view.ts';
import { partAround } from './viewport.ts';

test.each([
  ['in view', 300, 500, 200, null],
  ['above', 100, 500, 900, 0],
  ['below', 1400, 500, 200, 1050],
  ['near the end, which is as far as it goes', 1990, 500, 200, 1500],
  ['at the end already', 1990, 500, 1500, null],
  ['in a box that is not shown', 1400, 0, 0, null],
])('what is %s is led to', (_where, y, height, scrolled, top) => {
  expect(scrollFor(y, 2000, height, scrolled)).toBe(top);
});

test('what is drawn covers what is in view, and a step on both sides of it, wherever the box is scrolled', () => {
  for (let scrolled = 0; scrolled < 3000; scrolled += 37) {
    const { from, to } = partAround(scrolled, 470);
    expect(from).toBeLessThanOrEqual(scrolled - 200);
    expect(to).toBeGreaterThanOrEqual(scrolled + 470 + 200);
  }
});

test('a way of more than a box and a half is far, in both directions', () => {
  expect([isFar(700, 500, 0), isFar(760, 500, 0), isFar(0, 500, 700), isFar(0, 500, 760)]).toEqual([false, true, false, true]);
});
