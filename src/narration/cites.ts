import { HOST_RULES } from '../simulation/host/catalogue.ts';
import { RULES } from '../tcp/rules/catalogue.ts';

/** The clause of each rule by the rule's id. In a page it comes without the rules themselves (src/site/cites-plugin.ts). */
export const CITES: ReadonlyMap<string, string> = new Map([...RULES, ...HOST_RULES].map(({ id, cite }) => [id, cite]));
