import type { ArrivalRule } from '../rule.ts';
import { has, type Flags } from '../flags.ts';
import { STATES, type State } from '../state.ts';
import { CLOSED_RULES } from './closed.ts';
import { LISTEN_RULES } from './listen.ts';
import { OTHER_RULES } from './other.ts';
import { SYN_SENT_RULES } from './syn-sent.ts';
import { URG_RULES } from './other-urg.ts';
import { TEXT_AND_FIN_RULES } from './other-text.ts';

/** The ordered rules of each state (RFC 9293 §3.10.7). SYN-SENT goes on with the text of a SYN,ACK. */
const ARRIVES: Readonly<Record<State, readonly ArrivalRule[]>> = {
  CLOSED: CLOSED_RULES,
  LISTEN: LISTEN_RULES,
  'SYN-SENT': [...SYN_SENT_RULES, ...URG_RULES, ...TEXT_AND_FIN_RULES],
  'SYN-RECEIVED': OTHER_RULES,
  ESTABLISHED: OTHER_RULES,
  'FIN-WAIT-1': OTHER_RULES,
  'FIN-WAIT-2': OTHER_RULES,
  'CLOSE-WAIT': OTHER_RULES,
  CLOSING: OTHER_RULES,
  'LAST-ACK': OTHER_RULES,
  'TIME-WAIT': OTHER_RULES,
};

/** The rules of a state that may speak of a segment with these control bits. */
function speaking(state: State, flags: Flags): readonly ArrivalRule[] {
  return ARRIVES[state].filter((rule) => (rule.bit === undefined || has(flags, rule.bit)) && (rule.state ?? state) === state);
}

const CHOSEN = new Map<State, (readonly ArrivalRule[])[]>(STATES.map((state) => [state, []]));

/** SEGMENT ARRIVES: the ordered rules for a segment with these control bits; the choice for each combination is made once. */
export function arrives(state: State, flags: Flags): readonly ArrivalRule[] {
  const chosen = CHOSEN.get(state);
  const known = chosen?.[flags];
  if (known !== undefined) return known;
  const rules = speaking(state, flags);
  if (chosen !== undefined) chosen[flags] = rules;
  return rules;
}
