import { describe, expect, test } from 'vitest';
import { glossaryFaults } from './glossary.ts';
import { placeAt } from './problem.ts';

const told = { term: 'reset', definition: 'Ends it.' };
const right = { en: told, ko: { term: '재설정', definition: '끝냅니다.' }, sources: [{ section: '3.5.2' }], lesson: 'reset' };
const problems = (entries: unknown) => {
  const text = JSON.stringify(entries, null, 1);
  return glossaryFaults(text, ['states', 'reset']).map(({ offset, message, hint }) => [placeAt(text, offset).line, message, hint]);
};

describe('the glossary', () => {
  test.each([
    ['a name that is none', { 'Half open': right }, [[2, '“Half open” cannot be a name here.', 'Use small letters, digits and hyphens, such as "half-open".']]],
    ['a language that is missing', { rst: { ...right, ko: undefined } }, [[2, '“rst.ko” is missing.', 'It has to be a group of names with values.']]],
    ['a definition that is empty', { rst: { ...right, en: { ...told, definition: ' ' } } }, [[5, '“rst.en.definition” cannot be " ".', 'It cannot be empty.']]],
    ['no source', { rst: { ...right, sources: [] } }, [[11, '“rst.sources” cannot be [].', 'It cannot be empty.']]],
    ['what nobody knows', { rst: { ...right, source: 'red' } }, [[17, 'There is no “source”.', 'Did you mean “sources”? There is en, ko, sources, lesson.']]],
    ['a lesson that is not there', { rst: { ...right, lesson: 'rest' } }, [[16, 'The term “rst” names the lesson “rest”, which is not there.', 'Did you mean “reset”?']]],
    ['a word of two terms', { rst: right, 'rst-again': { ...right, ko: { term: '다시', definition: '다시 끝냅니다.' } } }, [[20, '“reset” is a word for both “rst” and “rst-again” in “en”.', 'Leave it to one of the two.']]],
    ['a list', [], [[1, 'This cannot be [].', 'It has to be a group of names with values.']]],
  ])('tells %s', (_what, entries, expected) => {
    expect(problems(entries)).toEqual(expected);
  });

  test('may be without mistakes', () => {
    expect(problems({ rst: right })).toEqual([]);
  });
});
