import type { HostId } from '../simulation/scenario.ts';
import { tcbAfter } from '../simulation/tcb-after.ts';
import type { Trace } from '../simulation/trace.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { congestionRows } from './congestion-rows.ts';
import { receiveRows } from './receive-rows.ts';
import type { Row } from './row.ts';
import { sendRows } from './send-rows.ts';
import { timeRows } from './time-rows.ts';

/** One variable of an endpoint, with what it was before the last moment on view. */
export interface Variable extends Row {
  /** The value before; null where the variable meant nothing then. */
  readonly before: string | null;
  readonly changed: boolean;
}

function rowsOf(tcb: Tcb): readonly Row[] {
  const state: Row = { id: 'state', group: 'state', name: null, value: tcb.state };
  return [state, ...sendRows(tcb), ...receiveRows(tcb), ...timeRows(tcb), ...congestionRows(tcb)];
}

/**
 * The variables of the host's endpoint of the connection after the first `shown` moments (RFC 9293 §3.3.1), as far as they
 * mean something in its state: none but the state in CLOSED and LISTEN, and only what is sent for in SYN-SENT.
 */
export function variables(trace: Trace, host: HostId, shown: number, connection = 0): readonly Variable[] {
  const before = rowsOf(tcbAfter(trace, host, shown - 1, connection));
  return rowsOf(tcbAfter(trace, host, shown, connection)).map((row) => {
    const was = before.find(({ id }) => id === row.id)?.value ?? null;
    return { ...row, before: was, changed: was !== row.value };
  });
}
