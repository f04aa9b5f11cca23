import type { Seq } from './seq.ts';
import type { Segment } from './segment.ts';
import type { State } from './state.ts';
import type { TimerName } from './tcb.ts';

/** What TCP tells its user, asked or not (RFC 9293 §3.9.1.8, MUST-47); but for `connected` and `delivery problem` (§3.8.3), the texts are those of §3.10. */
export const SIGNALS = [
  'connected',
  'connection closing',
  'urgent data',
  'delivery problem',
  'connection reset',
  'connection refused',
  'connection aborted due to user timeout',
  'error: connection already exists',
  'error: connection does not exist',
  'error: connection closing',
  'error: closing',
  'error: insufficient resources',
] as const;

/** One of the things that TCP tells its user. */
export type Signal = (typeof SIGNALS)[number];

/** What STATUS reports (RFC 9293 §3.9.1.6); octets, ms. */
export interface Status {
  readonly state: State;
  readonly sndWnd: number;
  readonly rcvWnd: number;
  /** Octets sent and not acknowledged, and not sent yet. */
  readonly unacknowledged: number;
  /** Octets that wait to be read. */
  readonly unread: number;
  /** How many of the octets still to be read, or still to come, are urgent. */
  readonly urgent: number;
  /** The retransmission timeout. */
  readonly rto: number;
}

/** What an endpoint does in answer to one event, in order. */
export type Effect =
  | { readonly type: 'emit'; readonly segment: Segment; /** 1 for the first time, 2 for the first retransmission… */ readonly transmission: number }
  | { readonly type: 'timer'; readonly timer: TimerName; /** When it will expire, ms; null: cleared. */ readonly at: number | null }
  | { readonly type: 'state'; readonly from: State; readonly to: State }
  | { readonly type: 'deliver'; readonly seq: Seq; /** Octets handed to the user, in order. */ readonly length: number; /** Whether urgent ones are left to be read. */ readonly urgent?: true }
  | { readonly type: 'tell'; readonly signal: Signal }
  | { readonly type: 'status'; readonly status: Status }
  /** The peer has given a Fast Open cookie for the next connection. */
  | { readonly type: 'cookie'; readonly cookie: string }
  | { readonly type: 'choose ISS'; readonly iss: Seq };
