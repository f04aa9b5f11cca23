import type { TcpEvent } from '../../tcp/event.ts';
import { ACK, RST, SYN, has } from '../../tcp/flags.ts';
import type { Profile } from '../../tcp/profile.ts';
import type { Segment } from '../../tcp/segment.ts';
import { step } from '../../tcp/step.ts';
import { unopened } from './engine.ts';
import { freshOptions } from './sockets.ts';
import { addConnection, envOf, happen, settle, windowFor, type Connection, type Host, type Listener } from './host.ts';

function waiting(host: Host, listener: Listener): number {
  return host.connections.filter((connection) => connection.listener === listener && connection.connected).length;
}

/** A segment comes to a listener: a SYN begins a connection of its own, everything else leaves no trace. */
function atListener(host: Host, listener: Listener, segment: Segment): Connection | null {
  if (has(segment.flags, SYN) && !has(segment.flags, ACK) && waiting(host, listener) > listener.backlog) return null;
  const env = envOf(host, listener.options);
  const listening = step(unopened(windowFor(host, listener.options)), { type: 'OPEN', mode: 'passive' }, env).endpoint;
  const heard = step(listening, { type: 'SEGMENT ARRIVES', segment }, env);
  if (heard.endpoint.state === 'LISTEN') {
    reply(host, heard.effects);
    return null;
  }
  const connection = addConnection(host, listening, listener.options, listener);
  happen(host, connection, { type: 'SEGMENT ARRIVES', segment });
  return connection;
}

function reply(host: Host, effects: ReturnType<typeof step>['effects']): void {
  for (const effect of effects) {
    if (effect.type === 'emit') host.sent.push({ at: host.now, segment: effect.segment, connection: host.current, again: false, during: host.during });
  }
}

/** A segment for no connection and no listener (RFC 9293 §3.10.7.1). */
function atClosedPort(host: Host, segment: Segment): void {
  reply(host, step(unopened(0), { type: 'SEGMENT ARRIVES', segment }, envOf(host, freshOptions(host, false))).effects);
}

/** TIME-WAIT lets a new connection begin only where somebody listens for it; the old one is over then. */
function atTimeWait(host: Host, connection: Connection, segment: Segment, listener: Listener | null): Connection {
  const event: TcpEvent = { type: 'SEGMENT ARRIVES', segment };
  const profile: Profile = listener === null ? { ...host.settings.profile, synInTimeWait: 'challenge' } : host.settings.profile;
  const options = listener?.options ?? connection.options;
  const before = connection.tcb;
  const after = step(before, event, envOf(host, options, profile));
  if (after.endpoint.state !== 'SYN-RECEIVED') {
    settle(host, connection, after);
    return connection;
  }
  connection.tcb = unopened(connection.options.rcvbuf);
  const reopened = addConnection(host, before, options, listener);
  reopened.ports = connection.ports;
  settle(host, reopened, after);
  return reopened;
}

function isClosed({ tcb }: Connection): boolean {
  return tcb.state === 'CLOSED';
}

/** A segment arrives for `connection`, or where that is null or gone for a listener, or for nobody. */
export function arrive(host: Host, connection: Connection | null, segment: Segment, port: number | null): Connection | null {
  const listener = host.listeners.find((each) => port === null || each.port === port) ?? null;
  if (connection !== null && connection.tcb.state === 'TIME-WAIT' && has(segment.flags, SYN) && !has(segment.flags, RST)) {
    return atTimeWait(host, connection, segment, listener);
  }
  if (connection !== null && connection.tcb.state !== 'CLOSED') {
    happen(host, connection, { type: 'SEGMENT ARRIVES', segment });
    // TCP tells nobody of a reset once its user has closed; the socket keeps it for whoever asks.
    if (isClosed(connection) && has(segment.flags, RST)) connection.error ??= connection.connected ? 'ECONNRESET' : 'ECONNREFUSED';
    return connection;
  }
  if (listener !== null) return atListener(host, listener, segment);
  atClosedPort(host, segment);
  return connection;
}
