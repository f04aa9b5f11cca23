import { expect, test } from 'vitest';
import { PROFILE_NAMES } from '../tcp/profile.ts';
import { PROFILES } from '../tcp/profiles.ts';
import { LANGUAGES } from './language.ts';
import { SWITCHES, type Switch } from './profile-switches.ts';
import { isFormula, valueKey, valueText } from './profile-values.ts';
import { messagesIn, wordsIn } from './words.ts';

const { rfc9293, linux } = PROFILES;

test.each<[Switch, (typeof linux)[Switch], string, string]>([
  ['msl', rfc9293.msl, '2 min', '2분'],
  ['rtoMin', linux.rtoMin, '200 ms', '200 ms'],
  ['r2', linux.r2, '924.6 s', '924.6초'],
  ['r2Syn', linux.r2Syn, '127 s', '127초'],
  ['mss', 1460, '1460 octets', '1460바이트'],
  ['r1', null, 'none', '없음'],
  ['sack', false, 'no', '아니요'],
  ['nagle', true, 'yes', '예'],
  ['lossFactor', 717 / 1024, '0.7', '0.7'],
  ['listenSynAck', 'silent', 'silence', '답하지 않음'],
  ['rstOnHalfOpen', 'in window', 'in window', '윈도우 안'],
  ['backlogHolds', '3n/2 + 1', '3n/2 + 1', '3n/2 + 1'],
  ['optionLayout', ['mss', 'nop'], 'mss, nop', 'mss, nop'],
  ['keepAlive', rfc9293.keepAlive, 'after 2 h, every 75 s, 9 times', '2시간 뒤부터 75초마다 9번'],
])('%s: %j is “%s”', (name, value, english, korean) => {
  expect([valueText(name, value, wordsIn('en')), valueText(name, value, wordsIn('ko'))]).toEqual([english, korean]);
});

test.each(LANGUAGES)('each word that is a value in some profile has its message, and only those (%s): `fidelity.value.<word>` in content/i18n', (language) => {
  const values = PROFILE_NAMES.flatMap((profile) => SWITCHES.map((name) => PROFILES[profile][name]));
  const needed = new Set(values.filter((value) => typeof value === 'string').filter((value) => !isFormula(value)).map(valueKey));
  expect(Object.keys(messagesIn(language)).filter((key) => key.startsWith('fidelity.value.'))).toEqual([...needed].sort());
});
