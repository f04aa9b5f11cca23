import { expect, test } from 'vitest';
import { proofsIn } from './titles.ts';

const proven = (text: string) => proofsIn('it.test.ts', text).map(({ id, title }) => `${id}: ${title}`);

test('the titles of tests, of their tables and of their groups prove', () => {
  const text = `
    describe('all of it (MUST-1)', () => {
      it('does this (MUST-2, SHLD-3)', () => {});
      test.each([1, 2])('does %i (MAY-4)', () => {});
    });
    const CASES = [{ name: 'a row (MUST-5)', from: 1 }];
  `;
  const expected = ['MUST-1: all of it (MUST-1)', 'MUST-2: does this (MUST-2, SHLD-3)', 'SHLD-3: does this (MUST-2, SHLD-3)', 'MAY-4: does %i (MAY-4)', 'MUST-5: a row (MUST-5)'];
  expect(proven(text)).toEqual(expected);
});

test('comments, other strings and other calls do not', () => {
  expect(proven(`it('does', () => { /* MUST-1 */ expect('MUST-2').toBe(say('MUST-3')); });`)).toEqual([]);
});
