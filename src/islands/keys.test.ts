import { expect, it } from 'vitest';
import { CHORDS_OF, deedOfKey } from './keys.ts';

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
  ['ㅗ', 'KeyH', 'hold'],
  ['ㅋ', 'KeyZ', 'undo'],
  ['Process', 'KeyL', 'lose'],
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

it.each([
  ['z', 'KeyZ', { ctrlKey: true }, 'undo'],
  ['z', 'KeyZ', { metaKey: true }, 'undo'],
  ['Z', 'KeyZ', { ctrlKey: true, shiftKey: true }, 'redo'],
  ['Z', 'KeyZ', { metaKey: true, shiftKey: true }, 'redo'],
  ['y', 'KeyY', { ctrlKey: true }, 'redo'],
  ['ㅋ', 'KeyZ', { ctrlKey: true }, 'undo'],
  ['ㅛ', 'KeyY', { ctrlKey: true }, 'redo'],
  ['z', 'KeyZ', { ctrlKey: true, altKey: true }, null],
  ['y', 'KeyY', { ctrlKey: true, shiftKey: true }, null],
  ['c', 'KeyC', { ctrlKey: true }, null],
])('%s (%s) with %o asks for %s', (key, code, modifiers, deed) => {
  expect(deedOfKey({ ...BARE, ...modifiers, key, code })).toBe(deed);
});

it('prints the chords that it understands', () => {
  const asked = Object.entries(CHORDS_OF).flatMap(([deed, chords]) => chords.map((chord) => ({ deed, chord })));
  const pressed = asked.map(({ chord }) => deedOfKey({ ...BARE, key: chord.at(-1) ?? '', code: '', ctrlKey: chord.includes('Ctrl'), shiftKey: chord.includes('Shift') }));
  expect(pressed).toEqual(asked.map(({ deed }) => deed));
});
