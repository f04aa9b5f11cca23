import type { HostId } from '../simulation/scenario.ts';
import type { EndpointMoment, Trace } from '../simulation/trace.ts';

/** A port on which a host takes connections as they come. */
export interface OpenListener {
  readonly port: number;
  readonly backlog: number;
  /** How many connections wait for their user to accept them. */
  readonly waiting: number;
}

interface Found {
  readonly port: number;
  readonly backlog: number;
  /** The connections that wait, by their place. */
  readonly queue: ReadonlySet<number>;
}

function heard(listeners: readonly Found[], { ports }: { readonly ports: readonly (number | undefined)[] }, { event, because, connection }: EndpointMoment): readonly Found[] {
  if (event.type === 'LISTEN') return because.includes('listener.opens') ? [...listeners, { port: event.port, backlog: event.backlog, queue: new Set() }] : listeners;
  if (connection === null) return listeners;
  const comes = because.includes('listener.completes');
  if (!comes && !because.includes('listener.accepts')) return listeners;
  return listeners.map((listener) => {
    if (listener.port !== ports[connection]) return listener;
    const queue = new Set(listener.queue);
    if (comes) queue.add(connection);
    else queue.delete(connection);
    return { ...listener, queue };
  });
}

/** The listeners with a backlog that the host has after the first `shown` moments, in the order in which they were opened. */
export function listeners(trace: Trace, host: HostId, shown: number): readonly OpenListener[] {
  const ports = trace.connections.map((connection) => connection.ports[host]);
  let open: readonly Found[] = [];
  for (const moment of trace.moments.slice(0, Math.max(0, shown))) {
    if (!('host' in moment) || moment.host !== host) continue;
    open = moment.kind === 'crash' ? [] : heard(open, { ports }, moment);
  }
  return open.map(({ queue, ...listener }) => ({ ...listener, waiting: queue.size }));
}
