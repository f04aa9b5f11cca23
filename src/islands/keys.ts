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

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The letter on the key where the keyboard is set to Hangul and sends ㅣ for L: that of its place on the keyboard. */
function letterOf({ key, code }: Pressed): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /\p{Script=Hangul}/u.test(key) ? code.replace(/^Key/, '').toLowerCase() : key;
}

/** What the key press asks for; null where it is the browser's or the field's own. */
export function deedOfKey(event: Pressed): KeyDeed | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const letter = letterOf(event);
  // The question mark needs Shift on most keyboards; nothing else does.
  if (event.shiftKey && letter !== '?') return null;
  return KEY_DEEDS.find((deed) => KEY_OF[deed] === letter) ?? null;
}
