import { expect, test } from 'vitest';
import { LANGUAGES } from './language.ts';
import { ALL_RULES, ruleGroups } from './rule-groups.ts';
import { messagesIn } from './words.ts';

const NAMES = ruleGroups().map(({ name }) => name);

test.each(LANGUAGES)('each first word of a rule id has its title, and only those (%s): `fidelity.rules.<word>` in content/i18n', (language) => {
  const titled = Object.keys(messagesIn(language)).filter((key) => key.startsWith('fidelity.rules.'));
  expect(titled.sort()).toEqual(NAMES.map((name) => `fidelity.rules.${name}`).sort());
});

test('every rule is in one group', () => {
  expect(ruleGroups().flatMap(({ rules }) => rules).map(({ id }) => id).sort()).toEqual(ALL_RULES.map(({ id }) => id).sort());
});
