import type { State } from '../tcp/state.ts';
import type { HostId } from './scenario.ts';
import { tcbAfter } from './tcb-after.ts';
import type { Trace } from './trace.ts';

/** The state of the host's endpoint of the connection after the first `count` moments. */
export function stateAfter(trace: Trace, host: HostId, count: number, connection = 0): State {
  return tcbAfter(trace, host, count, connection).state;
}
