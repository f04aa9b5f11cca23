import type { Words } from '../../narration/sentence.ts';
import type { HostId, Scenario } from '../../simulation/scenario.ts';
import { text } from '../text.ts';

/** What each group of a host's settings is given. */
export interface HostProps {
  readonly scenario: Scenario;
  readonly host: HostId;
  readonly words: Words;
  readonly onScenario: (scenario: Scenario) => void;
}

/** Says a message of the settings: `said` by itself, `inside` as it is within a sentence, and `asProfile` as what the profile would do. */
export function settingWords(words: Words) {
  const said = (key: string, params: Readonly<Record<string, string>> = {}) => text(words, `lab.settings.${key}`, params);
  const inside = (key: string) => words[`lab.settings.${key}`] ?? '';
  return { said, inside, asProfile: (value: string) => said('as-profile', { value }) };
}
