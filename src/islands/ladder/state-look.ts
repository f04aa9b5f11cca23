import type { State } from '../../tcp/state.ts';

const LOOKS = {
  CLOSED: 'closed',
  LISTEN: 'listening',
  'SYN-SENT': 'opening',
  'SYN-RECEIVED': 'opening',
  ESTABLISHED: 'open',
  'FIN-WAIT-1': 'closing',
  'FIN-WAIT-2': 'closing',
  'CLOSE-WAIT': 'closing',
  CLOSING: 'closing',
  'LAST-ACK': 'closing',
  'TIME-WAIT': 'waiting',
} as const satisfies Record<State, string>;

/** How a state is drawn beside a life line. */
export function lookOf(state: State): (typeof LOOKS)[State] {
  return LOOKS[state];
}
