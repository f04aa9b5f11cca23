import { step } from '../../tcp/step.ts';
import type { Value } from '../script.ts';
import { accept as acceptAtHost, listen as listenAtHost, stopListening } from '../../simulation/host/listener.ts';
import { unopened } from './engine.ts';
import { lengthOnSyn } from '../../tcp/fast-open.ts';
import { mayOpenFast } from './fast-open.ts';
import { addConnection, envOf, happen, heed, hostEnvOf, settle, windowFor, type Connection, type Host, type Listener } from './host.ts';
import { done, failed, freshOptions, orWait, takeError, unsupported, type Application, type Reply, type Socket } from './sockets.ts';
import { numberOf, wordsOf } from './value.ts';

/** The port of an address that the script leaves open. */
const PORT = 8080;

/** socket(domain, type, protocol): TCP sockets only. */
export function socket(app: Application, args: readonly Value[], wanted: number): Reply {
  const type = wordsOf(args[1]);
  const protocol = wordsOf(args[2])[0] ?? '0';
  const known = type.every((word) => word === 'SOCK_STREAM' || word === 'SOCK_NONBLOCK' || word === 'SOCK_CLOEXEC');
  if (!known || !type.includes('SOCK_STREAM')) return unsupported(`sockets of type ${type.join('|')} are not something that the engine has`);
  if (protocol !== 'IPPROTO_TCP' && protocol !== '0' && protocol !== 'IPPROTO_IP') return unsupported(`the engine speaks TCP, not ${protocol}`);
  if (app.sockets.has(wanted)) return done(firstFree(app));
  // Lines without ports speak of the socket that was made last: a SYN for it comes from a port of its own.
  app.host.current = null;
  app.sockets.set(wanted, { options: freshOptions(app.host, type.includes('SOCK_NONBLOCK')), port: null, listener: null, connection: null, deferred: false });
  return done(wanted);
}

function firstFree(app: Application): number {
  let fd = 3;
  while (app.sockets.has(fd)) fd += 1;
  return fd;
}

/** bind(): the port is the address's, 8080 where the script leaves it open. */
export function bind(socket: Socket, args: readonly Value[]): Reply {
  if (socket.port !== null) return failed('EINVAL');
  const address = args[1];
  socket.port = (address?.type === 'fields' ? numberOf(address.fields['sin_port'] ?? address.fields['sin6_port']) : null) ?? PORT;
  return done(0);
}

/** listen(): from now on SYNs for this socket's port begin connections. */
export function listen(app: Application, socket: Socket, args: readonly Value[]): Reply {
  if (socket.connection !== null) return failed('EINVAL');
  if (socket.listener !== null) return done(0);
  const listener: Listener = { options: socket.options, port: socket.port ?? PORT, backlog: numberOf(args[1]) ?? 0 };
  const { host } = app;
  socket.listener = listener;
  host.listeners.push(listener);
  const closed = unopened(windowFor(host, socket.options));
  host.tcp = listenAtHost(host.tcp, listener.port, listener.backlog, closed, hostEnvOf(host, socket.options)).host;
  return done(0);
}

function firstWaiting(host: Host, { port }: Listener): Connection | null {
  const taken = acceptAtHost(host.tcp, port);
  if (taken === null) return null;
  host.tcp = taken.host;
  return host.connections.find(({ at }) => at === taken.at) ?? null;
}

/** accept(): the connection that has waited longest. */
export function accept(app: Application, socket: Socket, wanted: number, nonblockingChild: boolean): Reply {
  const { listener } = socket;
  if (listener === null) return failed('EINVAL');
  return orWait(socket.options.nonblocking, 'EAGAIN', () => {
    const connection = firstWaiting(app.host, listener);
    if (connection === null) return null;
    connection.listener = null;
    if (app.sockets.has(wanted)) return done(firstFree(app));
    connection.owned = true;
    connection.options.nonblocking = nonblockingChild;
    app.sockets.set(wanted, { options: connection.options, port: listener.port, listener: null, connection, deferred: false });
    return done(wanted);
  });
}

function connecting(connection: Connection): Reply | null {
  if (connection.error !== null) return failed(takeError(connection) ?? 'ECONNREFUSED');
  return connection.connected ? done(0) : null;
}

/** The SYN of a socket leaves, for Fast Open with as much of `length` octets as may go with it; what may not is the caller's still, or where it `keeps` the rest, leaves when it may. */
export function begin(host: Host, socket: Socket, fast: boolean, length: number, keeps = false): Connection {
  const { options } = socket;
  options.fastOpen = fast;
  const begun = addConnection(host, unopened(windowFor(host, options)), options);
  begun.options = options;
  socket.connection = begun;
  socket.deferred = false;
  const room = lengthOnSyn({ ...begun.tcb, snd: { ...begun.tcb.snd, unsent: length } }, envOf(host, options));
  happen(host, begun, { type: 'OPEN', mode: 'active', length: keeps ? length : room });
  return begun;
}

/** connect(): sends the SYN, and waits for the handshake unless the socket does not block. */
export function connect(app: Application, socket: Socket, args: readonly Value[]): Reply {
  const { host } = app;
  if (wordsOf(args[1]).includes('AF_UNSPEC')) return unsupported('to take a connection apart (AF_UNSPEC) is not something that the engine has');
  const { connection, options } = socket;
  if (connection !== null && connection.error !== null) return failed(takeError(connection) ?? 'ECONNREFUSED');
  if (connection !== null) return failed(connection.connected ? 'EISCONN' : 'EALREADY');
  if (socket.listener !== null) return failed('EOPNOTSUPP');
  if (socket.deferred) return unsupported('a second connect() before the first SYN is not something that the engine has');
  const fast = options.fastOpenConnect && mayOpenFast(host);
  socket.deferred = fast && host.cookie !== null;
  if (socket.deferred) return done(0);
  const begun = begin(host, socket, fast, 0);
  return orWait(options.nonblocking, 'EINPROGRESS', () => connecting(begun));
}

/** shutdown(): SHUT_WR and SHUT_RDWR close this side; SHUT_RD is seen by nobody. */
export function shutdown(app: Application, socket: Socket, args: readonly Value[]): Reply {
  const how = wordsOf(args[1])[0];
  const { connection } = socket;
  if (connection === null || (!connection.connected && connection.tcb.state !== 'SYN-SENT')) return failed('ENOTCONN');
  if (connection.tcb.state === 'CLOSED') return failed('ENOTCONN');
  if (how === 'SHUT_RD' || connection.tcb.snd.fin !== 'no') return done(0);
  happen(app.host, connection, { type: 'CLOSE' });
  return done(0);
}

/** Connections that nobody has accepted end with their listener: handshakes silently, complete ones by RST. */
function closeListener(host: Host, listener: Listener): void {
  host.listeners.splice(host.listeners.indexOf(listener), 1);
  const { host: left, reactions } = stopListening(host.tcp, listener.port, hostEnvOf(host, listener.options));
  host.tcp = left;
  for (const { connection: at, effects } of reactions) {
    const ended = host.connections.find((connection) => connection.at === at);
    if (ended !== undefined) for (const effect of effects) heed(host, ended, effect);
  }
  for (const connection of host.connections) if (connection.listener === listener) connection.listener = null;
}

/** close(): ends the descriptor; the connection by FIN, by RST with SO_LINGER 0. */
export function close(app: Application, fd: number, socket: Socket): Reply {
  const { host } = app;
  app.sockets.delete(fd);
  if (socket.listener !== null) closeListener(host, socket.listener);
  const { connection } = socket;
  if (connection === null) return done(0);
  connection.owned = false;
  if (connection.tcb.state === 'CLOSED') return done(0);
  if (connection.options.linger === 0) happen(host, connection, { type: 'ABORT' });
  else settle(host, connection, step(connection.tcb, { type: 'CLOSE', both: true }, envOf(host, connection.options)));
  return done(0);
}
