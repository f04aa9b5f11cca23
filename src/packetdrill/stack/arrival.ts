import { RST, SYN, has } from '../../tcp/flags.ts';
import type { Effect } from '../../tcp/effect.ts';
import type { Segment } from '../../tcp/segment.ts';
import { arrive as arriveAtHost } from '../../simulation/host/arrive.ts';
import { placed } from '../../simulation/host/host.ts';
import { unopened } from './engine.ts';
import { believed, heeding, openedEarly, takesSynData } from './fast-open.ts';
import { farEnd, heed, hostEnvOf, knowConnection, windowFor, type Connection, type Host, type Listener } from './host.ts';
import { freshOptions } from './sockets.ts';

/** What answers a segment without leaving a connection. */
function reply(host: Host, effects: readonly Effect[]): void {
  for (const effect of effects) {
    if (effect.type === 'emit') host.sent.push({ at: host.now, segment: effect.segment, connection: host.current, again: false, during: host.during });
  }
}

/** The listener is as its socket's options are by now. */
function refresh(host: Host, { port, options }: Listener): void {
  const closed = unopened(windowFor(host, options));
  const listeners = host.tcp.listeners.map((known) => (known.port === port ? { ...known, listening: { ...closed, state: 'LISTEN' as const } } : known));
  host.tcp = { ...host.tcp, listeners };
}

/** A new connection has taken the place of an old one: it gets a place of its own, and the old one stays what its socket knows. */
function replaced(host: Host, { at, options }: Connection): number {
  const begun = host.tcp.connections[at];
  if (begun === undefined) return at;
  const next = host.tcp.connections.length;
  const old = { ...begun, tcb: unopened(options.rcvbuf), stage: 'own' as const };
  host.tcp = { ...host.tcp, connections: [...placed(host.tcp.connections, at, old), { ...begun, remote: farEnd(next) }] };
  return next;
}

/** A segment arrives for `connection`, or where that is null or gone for a listener, or for nobody; the connection that it reached. */
export function arrive(host: Host, connection: Connection | null, segment: Segment, port: number | null): Connection | null {
  const listener = host.listeners.find((each) => port === null || each.port === port) ?? null;
  if (listener !== null) refresh(host, listener);
  const before = connection === null || connection.tcb.state === 'CLOSED' ? null : connection;
  const renewed = before?.tcb.state === 'TIME-WAIT' && listener !== null ? heeding(host, listener) : before?.options;
  const options = renewed ?? (listener === null ? freshOptions(host, false) : heeding(host, listener));
  const known = before === null ? undefined : host.tcp.connections[before.at];
  const local = listener?.port ?? known?.local ?? 0;
  if (before !== null && known !== undefined) host.tcp = { ...host.tcp, connections: placed(host.tcp.connections, before.at, { ...known, local }) };
  const remote = farEnd(before?.at ?? host.tcp.connections.length);
  const reaction = arriveAtHost(host.tcp, { local, remote, segment: believed(host, options, segment) }, hostEnvOf(host, options));
  host.tcp = reaction.host;
  if (reaction.connection === null) {
    reply(host, reaction.effects);
    return before ?? (listener === null ? connection : null);
  }
  const isNew = before === null || (before.tcb.state === 'SYN-RECEIVED' && reaction.before.state === 'TIME-WAIT');
  const at = before === null || !isNew ? reaction.connection : replaced(host, before);
  const reached = isNew ? knowConnection(host, at, options, listener) : before;
  if (isNew && before !== null) reached.ports = before.ports;
  for (const effect of reaction.effects) heed(host, reached, effect);
  if (has(segment.flags, SYN) && (isNew || reaction.before.state === 'SYN-SENT')) reached.peerIss = segment.seq;
  if (isNew && reaction.because.includes('listen.fast-open')) openedEarly(host, reached, segment);
  if (!isNew && takesSynData(reaction.before, segment)) reached.synData = true;
  // What an application has been given does not go back to its listener.
  if (reached.early && reached.tcb.state === 'LISTEN') reached.tcb = unopened(options.rcvbuf);
  // TCP tells nobody of a reset once its user has closed; the socket keeps it for whoever asks.
  if (reached.tcb.state === 'CLOSED' && has(segment.flags, RST)) {
    reached.error ??= reached.connected ? 'ECONNRESET' : 'ECONNREFUSED';
    reached.left = reaction.before.rcv.unread;
  }
  return reached;
}
