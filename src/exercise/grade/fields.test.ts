import { describe, expect, test } from 'vitest';
import { sentence } from '../../narration/sentence.ts';
import type { Explained, ManyField, MatchField, NumberField, PathField } from '../field.ts';
import { gradeMany } from './many.ts';
import { gradeMatch } from './match.ts';
import { gradeNumber, normal } from './number.ts';
import { gradePath } from './path.ts';
import { MISSING } from './verdict.ts';

const why = (key: string): readonly Explained[] => [{ sentence: sentence(key), clause: null }];
const shared = { id: 'field', label: sentence('field'), explanation: why('because') };
const option = (value: string, misconception: string | null = null) => ({ value, label: sentence(value), misconception, why: why(value) });

describe('several of the options', () => {
  const field: ManyField = { ...shared, type: 'many', options: [option('A'), option('B', 'whole'), option('C', 'half'), option('D')], accepted: ['A', 'B'] };

  test('are right where exactly the right ones are chosen, in any order', () => {
    expect(gradeMany(field, ['B', 'A'])).toEqual({ answered: true, right: true, rightParts: ['A', 'B', 'C', 'D'], objections: [] });
  });

  test('each is judged by itself: wrongly chosen, and wrongly left out', () => {
    expect(gradeMany(field, ['A', 'C'])).toEqual({
      answered: true,
      right: false,
      rightParts: ['A', 'D'],
      objections: [
        { part: 'B', misconception: 'whole', why: why('B') },
        { part: 'C', misconception: 'half', why: why('C') },
      ],
    });
  });

  test.each([[[]], [['A', 'E']]])('%j is no answer', (answer) => {
    expect(gradeMany(field, answer)).toEqual(MISSING);
  });
});

describe('a number typed in', () => {
  const field: NumberField = { ...shared, type: 'number', form: 'number', accepted: ['1301', 'none'], mistakes: [{ value: '1300', misconception: 'short', why: why('short') }], otherwise: why('otherwise') };

  test.each(['1301', ' 1,301 ', '1_301', '１３０１', '01301', 'None', 'NONE'])('%j is right', (answer) => {
    expect(gradeNumber(field, answer)).toEqual({ answered: true, right: true, rightParts: [], objections: [] });
  });

  test('a wrong one that is known names its misconception, another has its reason too', () => {
    expect(gradeNumber(field, '1,300').objections).toEqual([{ part: null, misconception: 'short', why: why('short') }]);
    for (const answer of ['-1301', '130', '1301.5', 'x']) expect(gradeNumber(field, answer).objections).toEqual([{ part: null, misconception: null, why: why('otherwise') }]);
  });

  test('blanks alone are no answer', () => {
    expect(gradeNumber(field, ' \u3000')).toEqual(MISSING);
  });

  test('zero stays zero', () => {
    expect([normal('000'), normal('0'), normal('00x')]).toEqual(['0', '0', '00X']);
  });

  test('hexadecimal is another way to write the same number', () => {
    expect([normal('0x515'), normal('0X0000_0515'), normal('0xg'), normal('0x')]).toEqual(['1301', '1301', '0XG', '0X']);
  });
});

describe('a match', () => {
  const mistake = (value: string, misconception: string | null = null) => ({ value, misconception, why: why(value) });
  const items = [
    { value: 'a', label: sentence('a'), accepted: ['1', '3'], mistakes: [mistake('2', 'swapped')] },
    { value: 'b', label: sentence('b'), accepted: ['2'], mistakes: [mistake('1'), mistake('3')] },
  ];
  const field: MatchField = { ...shared, type: 'match', items, options: ['1', '2', '3'].map((value) => ({ value, label: sentence(value) })), repeats: false };

  test('is right where every item has one of its options', () => {
    for (const answer of [['1', '2'], ['3', '2']]) expect(gradeMatch(field, answer)).toEqual({ answered: true, right: true, rightParts: ['a', 'b'], objections: [] });
  });

  test('each item is judged by itself', () => {
    expect(gradeMatch(field, ['3', '1'])).toEqual({ answered: true, right: false, rightParts: ['a'], objections: [{ part: 'b', misconception: null, why: why('1') }] });
    expect(gradeMatch(field, ['2', '1']).objections.map(({ part, misconception }) => [part, misconception])).toEqual([['a', 'swapped'], ['b', null]]);
  });

  test('an item without an option, or an option given twice, is no answer yet', () => {
    for (const answer of [[], ['1'], ['1', ''], ['1', '4'], ['2', '2']]) expect(gradeMatch(field, answer)).toEqual(MISSING);
    expect(gradeMatch({ ...field, repeats: true }, ['2', '2']).answered).toBe(true);
  });
});

describe('a walk through the states', () => {
  const field: PathField = {
    ...shared,
    type: 'path',
    start: 'FIN-WAIT-1',
    accepted: [['FIN-WAIT-2', 'TIME-WAIT', 'CLOSED'], ['TIME-WAIT', 'CLOSED']],
    mistakes: [{ after: 1, value: 'CLOSING', misconception: 'fin-wait-2-to-closing', why: why('closing') }],
    otherwise: [why('first'), why('second'), why('third'), why('beyond')],
    unfinished: why('unfinished'),
  };

  test('is right on every right way', () => {
    for (const way of field.accepted) expect(gradePath(field, way)).toEqual({ answered: true, right: true, rightParts: way.map((_, at) => String(at)), objections: [] });
  });

  test('only the first wrong step is told, and what stands before it stays', () => {
    expect(gradePath(field, ['FIN-WAIT-2', 'CLOSING', 'LISTEN'])).toEqual({
      answered: true,
      right: false,
      rightParts: ['0'],
      objections: [{ part: '1', misconception: 'fin-wait-2-to-closing', why: why('closing') }],
    });
    expect(gradePath(field, ['LISTEN', 'CLOSING']).objections).toEqual([{ part: '0', misconception: null, why: why('first') }]);
  });

  test('a walk may end too early, and go too far', () => {
    expect(gradePath(field, ['FIN-WAIT-2', 'TIME-WAIT'])).toMatchObject({ right: false, rightParts: ['0', '1'], objections: [{ part: null, why: why('unfinished') }] });
    expect(gradePath(field, ['FIN-WAIT-2', 'TIME-WAIT', 'CLOSED', 'LISTEN'])).toMatchObject({ right: false, rightParts: ['0', '1', '2'], objections: [{ part: '3', why: why('beyond') }] });
  });

  test('no step at all is no answer', () => {
    expect(gradePath(field, [])).toEqual(MISSING);
  });
});
