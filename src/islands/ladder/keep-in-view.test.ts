import { expect, test } from 'vitest';
import { isGlide, isRush, scrollFor } from './keep-in-view.ts';
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

test('a single step is glided, in both directions, unless it leads farther than a box and a half', () => {
  expect([isGlide(700, 500, Infinity), isGlide(-700, 500, 300)]).toEqual([true, true]);
  expect([isGlide(760, 500, Infinity), isGlide(-760, 500, 300), isGlide(700, 500, 100)]).toEqual([false, false, false]);
});

test('what goes by at a stretch, faster than anyone reads, rushes; one jump does not, nor does a step after another, a turn of a wheel or a swipe', () => {
  expect(isRush(300, 500, 16)).toBe(true);
  expect(isRush(-300, 500, 16)).toBe(true);
  expect(isRush(120, 500, 50)).toBe(true);
  expect(isRush(300, 500, Infinity)).toBe(false);
  expect(isRush(300, 500, 400)).toBe(false);
  expect(isRush(120, 500, 100)).toBe(false);
  expect(isRush(40, 500, 16)).toBe(false);
});
