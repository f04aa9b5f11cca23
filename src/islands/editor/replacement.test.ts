import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replacement } from './replacement.ts';

it.each([
  ['a', 'a', null],
  ['', 'a', { from: 0, to: 0, insert: 'a' }],
  ['lose client SYN', 'lose server SYN', { from: 5, to: 11, insert: 'server' }],
  ['aa', 'aaa', { from: 2, to: 2, insert: 'a' }],
  ['aaa', 'aa', { from: 2, to: 3, insert: '' }],
])('makes %j into %j', (text, wanted, change) => {
  expect(replacement(text, wanted)).toEqual(change);
});

it('always gives the wanted text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (from, wanted) => {
      const change = replacement(from, wanted);
      expect(change === null ? from : from.slice(0, change.from) + change.insert + from.slice(change.to)).toBe(wanted);
    }),
    { numRuns: 1000, seed: 1 },
  );
});
