import { expect, test } from 'vitest';
import { FLAG_NAMES } from '../tcp/flags.ts';
import { HEADER_FIELDS, placeOf } from './header-fields.ts';

const field = (id: string) => {
  const found = HEADER_FIELDS.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

test('the fixed fields fill twenty octets without a gap', () => {
  const fixed = HEADER_FIELDS.filter(({ width }) => width !== null);
  expect(fixed.map(({ bit }, place) => bit === (fixed[place - 1]?.bit ?? 0) + (fixed[place - 1]?.width ?? 0))).not.toContain(false);
  expect(field('options').bit).toBe(160);
});

test('the control bits stand where their values say, in octet 13', () => {
  const flags = HEADER_FIELDS.filter(({ flag }) => flag !== null);
  expect(flags.map(({ flag }) => flag)).toEqual(FLAG_NAMES.toReversed());
  expect(flags.map((one) => placeOf(one).octets)).toEqual(Array.from({ length: 8 }, () => '13'));
});

test.each([
  ['source-port', { word: 1, bits: '0–15', octets: '0–1' }],
  ['seq', { word: 2, bits: '0–31', octets: '4–7' }],
  ['data-offset', { word: 4, bits: '0–3', octets: '12' }],
  ['fin', { word: 4, bits: '15', octets: '13' }],
  ['window', { word: 4, bits: '16–31', octets: '14–15' }],
  ['urgent-pointer', { word: 5, bits: '16–31', octets: '18–19' }],
])('%s', (id, place) => {
  expect(placeOf(field(id))).toEqual(place);
});
