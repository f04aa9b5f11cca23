import { TRANSITIONS, type Transition } from '../diagram/transitions.ts';
import { STATES, type State } from '../tcp/state.ts';

/** A state with the arrows of RFC 9293 Figure 5 that lead to it and from it. */
export interface StateWays {
  readonly state: State;
  readonly waysIn: readonly Transition[];
  readonly waysOut: readonly Transition[];
}

/** Every state in the order of RFC 9293 §3.3.2, CLOSED first, with its ways. */
export function stateWays(): readonly StateWays[] {
  return STATES.map((state) => ({ state, waysIn: TRANSITIONS.filter(({ to }) => to === state), waysOut: TRANSITIONS.filter(({ from }) => from === state) }));
}
