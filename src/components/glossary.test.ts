import { describe, expect, test } from 'vitest';
import { glossaryIn, letterOf, termIn } from './glossary.ts';

describe('the glossary', () => {
  test.each([
    ['window', 'W'],
    ['Nagle algorithm', 'N'],
    ['강제 종료', 'ㄱ'],
    ['까닭', 'ㄱ'],
    ['확인 응답', 'ㅎ'],
    ['3-Way Handshake', '#'],
  ])('has %s under %s', (word, letter) => {
    expect(letterOf(word)).toBe(letter);
  });

  test('has the same terms in both languages, each once', () => {
    const names = (language: 'en' | 'ko') => glossaryIn(language).flatMap(({ terms }) => terms.map(({ name }) => name));
    expect(names('ko').toSorted()).toEqual(names('en').toSorted());
    expect(new Set(names('en')).size).toBe(names('en').length);
  });

  test('stands in the order of the alphabet, in Korean with Korean words first', () => {
    const letters = (language: 'en' | 'ko') => glossaryIn(language).map(({ letter }) => letter).join('');
    expect(letters('en')).toMatch(/^A?B?C?D?E?F?G?H?I?J?K?L?M?N?O?P?Q?R?S?T?U?V?W?X?Y?Z?$/u);
    expect(letters('ko')).toMatch(/^ㄱ?ㄴ?ㄷ?ㄹ?ㅁ?ㅂ?ㅅ?ㅇ?ㅈ?ㅊ?ㅋ?ㅌ?ㅍ?ㅎ?#?A?B?C?D?E?F?G?H?I?J?K?L?M?N?O?P?Q?R?S?T?U?V?W?X?Y?Z?$/u);
  });

  test('says a term in the other language too, unless it is the same word', () => {
    expect(termIn('en', 'window').elsewhere).toEqual([{ language: 'ko', term: '수신 윈도우' }]);
    expect(termIn('ko', 'time-wait').elsewhere).toEqual([]);
  });

  test('names the sources of a definition as lessons cite them', () => {
    expect(termIn('en', 'isn').sources.map(({ prefix, shown }) => `${prefix} ${shown}`.trim())).toEqual(['RFC 9293 §3.4.1', 'RFC 6528 §3']);
    expect(() => termIn('en', 'nothing')).toThrow('content/glossary.json has no “nothing”');
  });
});
