import { expect, test } from 'vitest';
import { sentence } from '../../narration/sentence.ts';
import type { MatchField } from '../../exercise/field.ts';
import { nextEmpty, placed, placesOf } from './match-places.ts';

const item = (value: string) => ({ value, label: sentence(value), accepted: [], mistakes: [] });
const field: MatchField = { type: 'match', id: 'match', label: sentence('match'), explanation: [], items: ['a', 'b', 'c'].map(item), options: [], repeats: false };

test('before anything is given every place is empty', () => {
  expect(placesOf(field, [])).toEqual(['', '', '']);
});

test('an option that stands somewhere else changes places with what was here', () => {
  expect(placed(field, ['1', '2', ''], 1, '1')).toEqual(['2', '1', '']);
  expect(placed(field, ['1', '', ''], 1, '1')).toEqual(['', '1', '']);
  expect(placed({ ...field, repeats: true }, ['1', '2', ''], 1, '1')).toEqual(['1', '1', '']);
});

test('an item can be emptied', () => {
  expect(placed(field, ['1', '', '3'], 2, '')).toEqual(['1', '', '']);
});

test('the next empty item is looked for from here on, round to the beginning', () => {
  expect(nextEmpty(['', '2', ''], 1)).toBe(2);
  expect(nextEmpty(['', '2', '3'], 2)).toBe(0);
  expect(nextEmpty(['1', '2', '3'], 0)).toBeNull();
});
