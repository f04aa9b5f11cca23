import type { Tcb } from '../tcp/tcb.ts';
import type { HostId } from './scenario.ts';
import type { Trace } from './trace.ts';

/**
 * The host's endpoint of the connection after the first `count` moments, whole. A listener with a backlog stands for every
 * connection with its port that is closed when it begins to listen; one that closes later is shown as it closed.
 */
export function tcbAfter(trace: Trace, host: HostId, count: number, connection = 0): Tcb {
  for (let at = Math.min(count, trace.moments.length) - 1; at >= 0; at -= 1) {
    const moment = trace.moments[at];
    if (moment === undefined || !('host' in moment) || moment.host !== host) continue;
    if (moment.kind === 'crash') return moment.after;
    const { event, after } = moment;
    if (event.type !== 'LISTEN' && moment.connection === connection) return after;
    if (event.type !== 'LISTEN' || trace.connections[connection]?.ports[host] !== event.port) continue;
    const own = tcbAfter(trace, host, at, connection);
    return own.state === 'CLOSED' ? after : own;
  }
  return (trace.connections[connection] ?? trace).start[host];
}
