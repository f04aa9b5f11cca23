/** The eleven states of a connection, spelled as RFC 9293 §3.3.2 prints them. CLOSED is the absence of a TCB. */
export const STATES = [
  'CLOSED',
  'LISTEN',
  'SYN-SENT',
  'SYN-RECEIVED',
  'ESTABLISHED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSE-WAIT',
  'CLOSING',
  'LAST-ACK',
  'TIME-WAIT',
] as const;

/** One of the eleven states. */
export type State = (typeof STATES)[number];

/** The states in which both sides know the other's sequence numbers (RFC 9293 §3.5.2, group 3). */
export const SYNCHRONIZED: readonly State[] = ['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'];

/** Whether the peer's FIN has been taken by an endpoint in this state (RFC 9293 §3.3.2). */
export function finCame(state: State): boolean {
  return state === 'CLOSE-WAIT' || state === 'CLOSING' || state === 'LAST-ACK' || state === 'TIME-WAIT';
}
