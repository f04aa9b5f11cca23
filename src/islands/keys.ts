/** What a key does in a simulation; `lose` asks for the segment that is in question. */
export type KeyDeed = 'step' | 'back' | 'start' | 'end' | 'reset' | 'lose';

const KEYS: Readonly<Record<string, KeyDeed>> = {
  ArrowRight: 'step',
  ArrowLeft: 'back',
  Home: 'start',
  End: 'end',
  l: 'lose',
  r: 'reset',
};

/** The physical keys of L and R, for readers whose keyboard is set to Hangul and sends ㅣ and ㄱ. */
const CODES: Readonly<Record<string, KeyDeed>> = { KeyL: 'lose', KeyR: 'reset' };

/** What the key press asks for; null where it is the browser's or the field's own. */
export function deedOfKey(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): KeyDeed | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  const latin = /^[a-z]$/i.test(event.key);
  return KEYS[latin ? event.key.toLowerCase() : event.key] ?? (latin ? null : (CODES[event.code] ?? null));
}
