import type { HostId } from '../simulation/scenario.ts';
import { tcbAfter } from '../simulation/tcb-after.ts';
import type { Trace } from '../simulation/trace.ts';
import { TIMERS, type Tcb, type TimerName } from '../tcp/tcb.ts';
import { timeAfter } from './time-after.ts';

/** What a timer waits for: what its name says, or what else it stands in for (RFC 8985 §6.2, §7; a FIN-WAIT-2 that ends by itself). */
export type TimerKind = TimerName | 'reordering' | 'tail' | 'fin-wait-2';

/** A timer that runs; all times in ms. */
export interface RunningTimer {
  readonly name: TimerName;
  readonly kind: TimerKind;
  /** When it expires, in simulated time. */
  readonly at: number;
  /** What is left of it. */
  readonly left: number;
  /** How long it runs in all; null where it was set before the run began. */
  readonly total: number | null;
  /** Whether the last moment on view has set it. */
  readonly changed: boolean;
}

function kindOf({ state, congestion: { rack } }: Tcb, name: TimerName): TimerKind {
  if (name === 'retransmission') return rack?.timer ?? name;
  return name === 'time-wait' && state === 'FIN-WAIT-2' ? 'fin-wait-2' : name;
}

/** When the timer was set to expire at `at`, ms; null: before the run began. */
function setAt({ moments }: Trace, host: HostId, shown: number, connection: number, name: TimerName, at: number): number | null {
  for (let index = Math.min(shown, moments.length) - 1; index >= 0; index -= 1) {
    const moment = moments[index];
    if (moment?.kind !== 'endpoint' || moment.host !== host || moment.connection !== connection) continue;
    if (moment.before.timers[name] !== at) return moment.at;
  }
  return null;
}

/** The timers that run at the host's endpoint of the connection after the first `shown` moments, the one that expires first first. */
export function timers(trace: Trace, host: HostId, shown: number, connection = 0): readonly RunningTimer[] {
  const tcb = tcbAfter(trace, host, shown, connection);
  const before = tcbAfter(trace, host, shown - 1, connection);
  const now = timeAfter(trace, shown);
  const running = TIMERS.flatMap((name): readonly RunningTimer[] => {
    const at = tcb.timers[name];
    if (at === null) return [];
    const began = setAt(trace, host, shown, connection, name, at);
    return [{ name, kind: kindOf(tcb, name), at, left: at - now, total: began === null ? null : at - began, changed: before.timers[name] !== at }];
  });
  return running.sort((one, other) => one.at - other.at);
}
