import type { State } from '../tcp/state.ts';
import type { HostId } from './scenario.ts';
import type { Moment, Trace } from './trace.ts';

/** The state in which the moment leaves the host's endpoint of the connection; null where it does not concern it. */
function left(moment: Moment, { connections }: Trace, host: HostId, connection: number): State | null {
  if (!('host' in moment) || moment.host !== host) return null;
  if (moment.kind === 'crash' || moment.connection === connection) return moment.after.state;
  // A listener stands for all connections with its port that are not open yet.
  const { event } = moment;
  return event.type === 'LISTEN' && connections[connection]?.ports[host] === event.port ? moment.after.state : null;
}

/** The state of the host's endpoint of the connection after the first `count` moments. */
export function stateAfter(trace: Trace, host: HostId, count: number, connection = 0): State {
  for (let at = Math.min(count, trace.moments.length) - 1; at >= 0; at -= 1) {
    const moment = trace.moments[at];
    const state = moment === undefined ? null : left(moment, trace, host, connection);
    if (state !== null) return state;
  }
  return (trace.connections[connection] ?? trace).start[host].state;
}
