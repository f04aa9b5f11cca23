import { describe, expect, test } from 'vitest';
import { LANGUAGES } from './language.ts';
import { SWITCHES, seenKey, switchKey } from './profile-switches.ts';
import { messagesIn } from './words.ts';

const NEEDED = SWITCHES.flatMap((name) => [switchKey(name), seenKey(name)]);

describe.each(LANGUAGES)('content/i18n/%s.json', (language) => {
  const words = messagesIn(language);

  test.each(NEEDED)('says %s (of a switch of Profile: what it is, and in .seen where it was seen or which clause asks for it)', (key) => {
    expect(words[key] ?? '').toMatch(/.{10}/);
  });

  test('says nothing of a switch that Profile does not have: take such sentences out', () => {
    const about = Object.keys(words).filter((key) => key.startsWith('profile.'));
    expect(about.filter((key) => !NEEDED.includes(key))).toEqual([]);
  });
});
