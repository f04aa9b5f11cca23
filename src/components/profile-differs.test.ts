import { expect, test } from 'vitest';
import { PROFILES } from '../tcp/profiles.ts';
import { LANGUAGES } from './language.ts';
import { linuxDiffers } from './profile-switches.ts';
import { messagesIn } from './words.ts';

test('whatever Linux does otherwise can be said in a few words, in every language', () => {
  expect(linuxDiffers()).toContain('rtoMin');
  expect(linuxDiffers().filter((name) => PROFILES.linux[name] === PROFILES.rfc9293[name])).toEqual([]);
  for (const language of LANGUAGES) expect(linuxDiffers().filter((name) => messagesIn(language)[`differs.${name}`] === undefined)).toEqual([]);
});
