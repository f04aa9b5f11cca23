import { expect, test } from 'vitest';
import { numberIn } from './number-text.ts';

const BOUNDS = { least: 1, most: 4_294_967_295 };

test.each([
  ['120', 120],
  [' 1 ', 1],
  ['1_000', 1000],
  ['1,000', 1000],
  ['4,294,967,295', 4_294_967_295],
  ['007', 7],
])('%s is a number', (typed, value) => {
  expect(numberIn(typed, BOUNDS)).toEqual({ ok: true, value });
});

test.each([
  ['', 'missing'],
  ['   ', 'missing'],
  ['ten', 'not-whole'],
  ['1.5', 'not-whole'],
  ['1e3', 'not-whole'],
  ['1 000', 'not-whole'],
  ['1,00', 'not-whole'],
  ['1,,000', 'not-whole'],
  ['_1', 'not-whole'],
  ['0', 'range'],
  ['-5', 'range'],
  ['4294967296', 'range'],
])('%j is none: %s', (typed, problem) => {
  expect(numberIn(typed, BOUNDS)).toEqual({ ok: false, problem });
});
