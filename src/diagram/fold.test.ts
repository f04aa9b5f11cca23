import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ems, fold, foldParts, shorten } from './fold.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'W', '연', '1', ' ', '='), minLength: 1 });

test('no line is wider than the limit, and no character is lost', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 20 }), (words, limit) => {
      const lines = fold(words, limit);
      for (const line of lines) expect(ems(line)).toBeLessThanOrEqual(limit + 0.001);
      expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
    }),
  );
});

test('parts stay whole and share a line while they fit', () => {
  expect(foldParts(['PSH, ACK', 'retransmission 1', 'lost'], ' · ', 10)).toEqual(['PSH, ACK', 'retransmission 1', 'lost']);
  expect(foldParts(['SYN', 'lost'], ' · ', 12)).toEqual(['SYN · lost']);
});

test('a long name is shortened, a short one is not', () => {
  expect(shorten('client', 8)).toBe('client');
  expect(shorten('a-very-long-host-name', 8)).toMatch(/^a-very-.+…$/u);
  expect(ems(shorten('a-very-long-host-name', 8))).toBeLessThanOrEqual(8.1);
});
