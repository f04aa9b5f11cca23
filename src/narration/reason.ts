import type { EndpointMoment, Trace } from '../simulation/trace.ts';
import { clause } from './cite-url.ts';
import { CITES } from './cites.ts';
import { factsOf } from './facts.ts';
import { sentence, type Clause, type Sentence } from './sentence.ts';

/** Why something happened: a rule that fired, in plain words, with its clause. */
export interface Reason {
  /** The rule's id in the catalogue. */
  readonly rule: string;
  /** Key `rule.<id>`. */
  readonly sentence: Sentence;
  readonly clause: Clause;
}

/** One reason for each rule that fired at the moment, in order. */
export function reasonsOf(moment: EndpointMoment, trace: Trace): readonly Reason[] {
  const facts = factsOf(moment, trace);
  return moment.because.map((rule) => {
    const cite = CITES.get(rule);
    if (cite === undefined) throw new Error(`The catalogue has no rule "${rule}"`);
    return { rule, sentence: sentence(`rule.${rule}`, facts), clause: clause(cite) };
  });
}
