import type { TcpEvent } from './event.ts';
import { NO_TIMERS, TIMERS, type Tcb, type TimerName } from './tcb.ts';

/** The event that each timer makes when it expires (RFC 9293 §3.10.8). */
export const TIMEOUTS = {
  retransmission: { type: 'RETRANSMISSION TIMEOUT' },
  'time-wait': { type: 'TIME-WAIT TIMEOUT' },
  'delayed-ack': { type: 'DELAYED ACK TIMEOUT' },
  persist: { type: 'PERSIST TIMEOUT' },
  'keep-alive': { type: 'KEEP-ALIVE TIMEOUT' },
  user: { type: 'USER TIMEOUT' },
} as const satisfies Readonly<Record<TimerName, TcpEvent>>;

/** A running timer, and when it expires, ms. */
export interface DueTimer {
  readonly timer: TimerName;
  readonly at: number;
}

/** The timer of an endpoint that expires first; of several at once, the first by name in TIMERS; null: none runs. */
export function nextTimer({ timers }: Tcb): DueTimer | null {
  if (timers === NO_TIMERS) return null;
  let first: DueTimer | null = null;
  for (const timer of TIMERS) {
    const at = timers[timer];
    if (at !== null && (first === null || at < first.at)) first = { timer, at };
  }
  return first;
}
