import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { frontDoorScript } from './front-door-script.ts';
import { languageOfPath, ownLanguage } from './language-choice.ts';

describe('the reader’s own language', () => {
  test.each([
    ['ko', ['en-US'], 'ko'],
    [null, ['ko-KR', 'en'], 'ko'],
    [null, ['fr', 'ko'], 'ko'],
    [null, ['fr'], 'en'],
    [null, [], 'en'],
    ['xx', ['ko'], 'ko'],
  ])('chosen %s, browser %j: %s', (stored, browser, expected) => {
    expect(ownLanguage(stored, browser, ['en', 'ko'])).toBe(expected);
  });
});

test.each([
  ['/ko/states/', 'ko'],
  ['/tcp/en/', 'en'],
  ['/korean/', null],
])('the language of the path %s is %s', (path, expected) => {
  expect(languageOfPath(path)).toBe(expected);
});

describe('the script of the front door', () => {
  const left = (storage: object) => {
    const visited: string[] = [];
    runInNewContext(frontDoorScript('/tcp/'), { localStorage: storage, document: { documentElement: {} }, navigator: { languages: ['ko'] }, location: { replace: (to: string) => visited.push(to) } });
    return visited;
  };

  test('goes to the language chosen before', () => {
    expect(left({ getItem: () => 'en' })).toEqual(['/tcp/en/']);
  });

  test('goes to the browser’s language where storage is blocked', () => {
    const blocked = { getItem: () => { throw new Error('blocked'); } };
    expect(left(blocked)).toEqual(['/tcp/ko/']);
  });
});
