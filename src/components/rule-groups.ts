import { RULES, type RuleEntry } from '../tcp/rules/catalogue.ts';

/** The rules of one event or state. */
export interface RuleGroup {
  /** What their ids begin with, such as `listen`; `fidelity.rules.<name>` is its title. */
  readonly name: string;
  readonly rules: readonly RuleEntry[];
}

/** Every rule by the first word of its id, in the order of the catalogue. */
export function ruleGroups(): readonly RuleGroup[] {
  const wordOf = ({ id }: RuleEntry) => id.split('.')[0] ?? id;
  return [...new Set(RULES.map(wordOf))].map((name) => ({ name, rules: RULES.filter((rule) => wordOf(rule) === name) }));
}
