import type { Env } from '../env.ts';
import { NO_TIMERS, type Tcb } from '../tcb.ts';

/** The TCB in TIME-WAIT: the 2 MSL timer starts, all others are off (RFC 9293 §3.6.1, MUST-13; §3.10.7.4). */
export function timeWait(tcb: Tcb, env: Env): Tcb {
  return { ...tcb, state: 'TIME-WAIT', timers: { ...NO_TIMERS, 'time-wait': env.now + 2 * env.profile.msl } };
}
