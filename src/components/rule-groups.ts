import { HOST_RULES } from '../simulation/host/catalogue.ts';
import { RULES, type RuleEntry } from '../tcp/rules/catalogue.ts';

/** Every rule of the engine, those of an endpoint first. */
export const ALL_RULES: readonly RuleEntry[] = [...RULES, ...HOST_RULES];

/** The rules of one event or state. */
export interface RuleGroup {
  /** What their ids begin with, such as `listen`; `fidelity.rules.<name>` is its title. */
  readonly name: string;
  readonly rules: readonly RuleEntry[];
}

/** Every rule by the first word of its id, in the order of the catalogue. */
export function ruleGroups(): readonly RuleGroup[] {
  const wordOf = ({ id }: RuleEntry) => id.split('.')[0] ?? id;
  return [...new Set(ALL_RULES.map(wordOf))].map((name) => ({ name, rules: ALL_RULES.filter((rule) => wordOf(rule) === name) }));
}
