import { expect, test } from 'vitest';
import { chosen, randomOf, shuffled } from './random.ts';

const LIST = ['a', 'b', 'c', 'd', 'e'];

test('the same seed gives the same numbers in [0, 1), another seed others', () => {
  const draw = (seed: number) => Array.from({ length: 100 }, randomOf(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw(-1).every((n) => n >= 0 && n < 1)).toBe(true);
});

test('shuffling keeps every item once, and every order comes up', () => {
  const orders = new Set(Array.from({ length: 200 }, (_, seed) => shuffled(['a', 'b', 'c'], randomOf(seed)).join('')));
  expect(orders.size).toBe(6);
  expect([...shuffled(LIST, randomOf(3))].sort()).toEqual(LIST);
});

test.each([0, 1, 17, -3])('from seed %i on, as many seeds as items choose each item once', (from) => {
  expect(LIST.map((_, at) => chosen(LIST, from + at)).sort()).toEqual(LIST);
});

test('nothing is chosen from nothing', () => {
  expect(chosen([], 1)).toBeNull();
});
