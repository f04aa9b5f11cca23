import type { State } from '../tcp/state.ts';

/** One arrow of the state diagram: `why` is the key of the words beside it, below `diagram.why`. */
export interface Transition {
  readonly from: State;
  readonly to: State;
  readonly why: string;
}

/** The arrows of RFC 9293 Figure 5, with its notes 1 (RST in SYN-RECEIVED) and 2 (FIN with the ACK of our FIN). */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'CLOSED', to: 'LISTEN', why: 'open.passive' },
  { from: 'CLOSED', to: 'SYN-SENT', why: 'open.active' },
  { from: 'LISTEN', to: 'CLOSED', why: 'delete' },
  { from: 'LISTEN', to: 'SYN-RECEIVED', why: 'syn' },
  { from: 'LISTEN', to: 'SYN-SENT', why: 'send' },
  { from: 'SYN-SENT', to: 'CLOSED', why: 'delete' },
  { from: 'SYN-SENT', to: 'SYN-RECEIVED', why: 'syn' },
  { from: 'SYN-SENT', to: 'ESTABLISHED', why: 'syn-ack' },
  { from: 'SYN-RECEIVED', to: 'LISTEN', why: 'rst' },
  { from: 'SYN-RECEIVED', to: 'ESTABLISHED', why: 'ack-of-syn' },
  { from: 'SYN-RECEIVED', to: 'FIN-WAIT-1', why: 'close' },
  { from: 'ESTABLISHED', to: 'FIN-WAIT-1', why: 'close' },
  { from: 'ESTABLISHED', to: 'CLOSE-WAIT', why: 'fin' },
  { from: 'FIN-WAIT-1', to: 'FIN-WAIT-2', why: 'ack-of-fin' },
  { from: 'FIN-WAIT-1', to: 'CLOSING', why: 'fin' },
  { from: 'FIN-WAIT-1', to: 'TIME-WAIT', why: 'fin-and-ack' },
  { from: 'FIN-WAIT-2', to: 'TIME-WAIT', why: 'fin' },
  { from: 'CLOSING', to: 'TIME-WAIT', why: 'ack-of-fin' },
  { from: 'CLOSE-WAIT', to: 'LAST-ACK', why: 'close' },
  { from: 'LAST-ACK', to: 'CLOSED', why: 'ack-of-fin' },
  { from: 'TIME-WAIT', to: 'CLOSED', why: 'time-wait' },
];
