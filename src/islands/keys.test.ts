import { expect, it } from 'vitest';
import { deedOfKey } from './keys.ts';

const BARE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

it.each([
  ['ArrowRight', 'ArrowRight', 'step'],
  ['ArrowLeft', 'ArrowLeft', 'back'],
  ['Home', 'Home', 'start'],
  ['End', 'End', 'end'],
  ['l', 'KeyL', 'lose'],
  ['L', 'KeyL', 'lose'],
  ['r', 'KeyR', 'reset'],
  ['ㅣ', 'KeyL', 'lose'],
  ['ㄱ', 'KeyR', 'reset'],
])('%s (%s) asks for %s', (key, code, deed) => {
  expect(deedOfKey({ ...BARE, key, code })).toBe(deed);
});

it('goes by the letter, not the place, on other Latin layouts', () => {
  expect(deedOfKey({ ...BARE, key: 'n', code: 'KeyL' })).toBe('deliver');
  expect(deedOfKey({ ...BARE, key: 'k', code: 'KeyV' })).toBeNull();
});

it.each(['ctrlKey', 'metaKey', 'altKey', 'shiftKey'])('leaves %s combinations to the browser', (modifier) => {
  expect(deedOfKey({ ...BARE, [modifier]: true, key: 'r', code: 'KeyR' })).toBeNull();
});

it('leaves Tab, Enter and Space to the buttons', () => {
  expect(['Tab', 'Enter', ' '].map((key) => deedOfKey({ ...BARE, key, code: key }))).toEqual([null, null, null]);
});
