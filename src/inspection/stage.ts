import type { State } from '../tcp/state.ts';
import type { Tcb } from '../tcp/tcb.ts';

/** Whether an endpoint in this state has a connection with sequence numbers of its own. */
export function hasBegun(state: State): boolean {
  return state !== 'CLOSED' && state !== 'LISTEN';
}

/** Whether the peer has acknowledged all that this endpoint will ever send, its FIN too. */
export function hasSentAll({ state }: Tcb): boolean {
  return state === 'FIN-WAIT-2' || state === 'TIME-WAIT';
}
