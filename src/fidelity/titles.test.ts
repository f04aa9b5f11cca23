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

test('a title keeps the group that it stands in', () => {
  const [proof] = proofsIn('it.test.ts', `describe('a window (RFC 9293 §3.8.6)', () => { it('shrinks (MUST-34)', () => {}); });`);
  expect(proof).toEqual({ id: 'MUST-34', file: 'it.test.ts', title: 'shrinks (MUST-34)', group: 'a window (RFC 9293 §3.8.6)' });
});

test('comments, other strings and other calls do not', () => {
  expect(proven(`it('does', () => { /* MUST-1 */ expect('MUST-2').toBe(say('MUST-3')); });`)).toEqual([]);
});
