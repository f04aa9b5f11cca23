import type { TcpEvent } from './event.ts';
import type { TimerName } from './tcb.ts';

/** The event that each timer makes when it expires (RFC 9293 §3.10.8). */
export const TIMEOUTS = {
  retransmission: { type: 'RETRANSMISSION TIMEOUT' },
  'time-wait': { type: 'TIME-WAIT TIMEOUT' },
  'delayed-ack': { type: 'DELAYED ACK TIMEOUT' },
  persist: { type: 'PERSIST TIMEOUT' },
  'keep-alive': { type: 'KEEP-ALIVE TIMEOUT' },
  user: { type: 'USER TIMEOUT' },
} as const satisfies Readonly<Record<TimerName, TcpEvent>>;
