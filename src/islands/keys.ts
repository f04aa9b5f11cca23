/** Everything that a key can ask for in a simulation; what is done to a segment is done to the one in question. */
export const KEY_DEEDS = ['step', 'back', 'start', 'end', 'play', 'lose', 'delay', 'duplicate', 'hold', 'deliver', 'previous', 'next', 'undo', 'redo', 'reset', 'view', 'branch', 'compare', 'help'] as const;

/** What a key asks for. */
export type KeyDeed = (typeof KEY_DEEDS)[number];

/** The key of each deed as a keyboard sends it, small letters for letters. */
export const KEY_OF: Readonly<Record<KeyDeed, string>> = {
  step: 'ArrowRight',
  back: 'ArrowLeft',
  start: 'Home',
  end: 'End',
  play: 'p',
  lose: 'l',
  delay: 'd',
  duplicate: 'u',
  hold: 'h',
  deliver: 'n',
  previous: ',',
  next: '.',
  undo: 'z',
  redo: 'y',
  reset: 'r',
  view: 'v',
  branch: 'b',
  compare: 'c',
  help: '?',
};

/** Further ways to ask for a deed, as they are printed on keys; on a Mac, Cmd does what Ctrl does elsewhere. */
export const CHORDS_OF: Partial<Readonly<Record<KeyDeed, readonly (readonly string[])[]>>> = {
  undo: [['Ctrl', 'Z']],
  redo: [['Ctrl', 'Shift', 'Z'], ['Ctrl', 'Y']],
};

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The letter on the key where the keyboard is set to Hangul and sends ㅣ for L, or hands it to an input method: that of its place on the keyboard. */
function letterOf({ key, code }: Pressed): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return key === 'Process' || /\p{Script=Hangul}/u.test(key) ? code.replace(/^Key/, '').toLowerCase() : key;
}

/** What the key press asks for; null where it is the browser's or the field's own. */
export function deedOfKey(event: Pressed): KeyDeed | null {
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  const letter = letterOf(event);
  if (altKey || (ctrlKey && metaKey)) return null;
  if (ctrlKey || metaKey) {
    if (letter === 'z') return shiftKey ? 'redo' : 'undo';
    return letter === 'y' && !shiftKey ? 'redo' : null;
  }
  // The question mark needs Shift on most keyboards; nothing else does.
  if (shiftKey && letter !== '?') return null;
  return KEY_DEEDS.find((deed) => KEY_OF[deed] === letter) ?? null;
}
