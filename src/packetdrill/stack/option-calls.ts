import type { Value } from '../script.ts';
import type { Host, SocketOptions } from './host.ts';
import { done, failed, takeError, unsupported, type Application, type Reply, type Socket } from './sockets.ts';
import { numberOf, wordsOf } from './value.ts';

/** Options that are kept and read back: what they ask for is so anyway, or is seen by nobody here. */
const KEPT: readonly string[] = ['SO_REUSEADDR', 'SO_REUSEPORT', 'SO_OOBINLINE', 'SO_PRIORITY', 'SO_MARK', 'SO_RCVLOWAT'];

/** Options that may be set to the value that the engine has anyway. */
const FIXED: ReadonlyMap<string, number> = new Map([
  ['TCP_FASTOPEN', 0], ['TCP_NOOPT', 0], ['TCP_NOPUSH', 0], ['TCP_CORK', 0], ['TCP_DEFER_ACCEPT', 0],
]);

const CONGESTION: readonly string[] = ['reno', 'newreno'];

type Setter = (options: SocketOptions, value: number) => void;

const SETTERS: ReadonlyMap<string, Setter> = new Map<string, Setter>([
  ['TCP_NODELAY', (options, value) => { options.nodelay = value !== 0; }],
  ['TCP_MAXSEG', (options, value) => { options.mss = Math.min(options.mss, value); }],
  ['TCP_KEEPINIT', (options, value) => { options.keepinit = value * 1000; }],
  ['SO_SNDBUF', (options, value) => { options.sndbuf = value; }],
  ['SO_KEEPALIVE', (options, value) => { options.keepAlive = value !== 0; }],
  ['TCP_KEEPIDLE', (options, value) => { options.probing = { ...options.probing, idle: value * 1000 }; }],
  ['TCP_KEEPINTVL', (options, value) => { options.probing = { ...options.probing, interval: value * 1000 }; }],
  ['TCP_KEEPCNT', (options, value) => { options.probing = { ...options.probing, probes: value }; }],
  ['TCP_USER_TIMEOUT', (options, value) => { options.userTimeout = value === 0 ? null : value; }],
]);

function setLinger(options: SocketOptions, value: Value | undefined): Reply {
  if (value?.type !== 'fields') return unsupported('SO_LINGER with something else than {onoff=…, linger=…}');
  options.linger = numberOf(value.fields['onoff']) === 0 ? null : numberOf(value.fields['linger']);
  return done(0);
}

/** The receive buffer as systems take it: Linux doubles it for its own book-keeping, which is not something that the engine has. */
function setReceiveBuffer(host: Host, socket: Socket, value: number): Reply {
  if (host.settings.padding === 'linux') return unsupported('SO_RCVBUF as Linux counts it is not something that the engine has');
  if (socket.connection !== null) return unsupported('SO_RCVBUF of an open connection is not something that the engine has');
  socket.options.rcvbuf = value;
  return done(0);
}

/** Whether an option may be named in a call at all; the reason where not. */
export function unknownOption(name: string, setting: boolean): string | null {
  const known = KEPT.includes(name) || FIXED.has(name) || SETTERS.has(name) || ['SO_RCVBUF', 'SO_LINGER', 'TCP_CONGESTION'].includes(name);
  if (known || (!setting && (name === 'SO_ERROR' || name === 'SO_TYPE'))) return null;
  return `the socket option ${name} is not one that the engine has`;
}

/** setsockopt(). */
export function setsockopt(app: Application, socket: Socket, args: readonly Value[]): Reply {
  const name = wordsOf(args[2])[0] ?? '';
  if (name === 'SO_LINGER') return setLinger(socket.options, args[3]);
  if (name === 'TCP_CONGESTION') {
    const algorithm = args[3]?.type === 'text' ? args[3].text : '';
    return CONGESTION.includes(algorithm) ? done(0) : unsupported(`congestion control ${algorithm} is not something that the engine has`);
  }
  const value = numberOf(args[3]);
  if (value === null) return unsupported(`${name} with something else than a number`);
  if (name === 'SO_RCVBUF') return setReceiveBuffer(app.host, socket, value);
  const fixed = FIXED.get(name);
  if (fixed !== undefined && fixed !== value) return unsupported(`${name} [${value}] is not something that the engine has`);
  const setter = SETTERS.get(name);
  if (setter !== undefined) setter(socket.options, value);
  else socket.options.kept.set(name, value);
  return done(0);
}

/** getsockopt(). */
export function getsockopt(app: Application, socket: Socket, args: readonly Value[]): Reply {
  const name = wordsOf(args[2])[0] ?? '';
  const { connection, options } = socket;
  switch (name) {
    case 'SO_ERROR':
      return done(0, connection === null ? 0 : (takeError(connection) ?? 0));
    case 'SO_RCVBUF':
      return done(0, connection === null ? options.rcvbuf : connection.tcb.rcv.buffer);
    case 'SO_SNDBUF':
      if (options.sndbuf === null || app.host.settings.padding === 'linux') return unsupported('SO_SNDBUF is not something that the engine has');
      return done(0, options.sndbuf);
    case 'SO_TYPE':
      return done(0, 1);
    case 'SO_KEEPALIVE':
      return done(0, options.keepAlive ? 1 : 0);
    case 'TCP_NODELAY':
      return done(0, options.nodelay ? 1 : 0);
    case 'TCP_MAXSEG':
      return done(0, connection === null || !connection.connected ? options.mss : connection.tcb.snd.mss);
    default: {
      const kept = options.kept.get(name) ?? (KEPT.includes(name) ? 0 : FIXED.get(name));
      return kept === undefined ? unsupported(`reading ${name} is not something that the engine has`) : done(0, kept);
    }
  }
}

const O_RDWR = 2;
/** O_NONBLOCK as the systems number it. */
const O_NONBLOCK = { bsd: 0x4, linux: 0x800 } as const;

/** fcntl(): whether calls on the descriptor block. */
export function fcntl(app: Application, socket: Socket, args: readonly Value[]): Reply {
  const command = wordsOf(args[1])[0];
  if (command === 'F_SETFL') {
    socket.options.nonblocking = wordsOf(args[2]).includes('O_NONBLOCK');
    return done(0);
  }
  if (command !== 'F_GETFL') return failed('EINVAL');
  return done(O_RDWR | (socket.options.nonblocking ? O_NONBLOCK[app.host.settings.padding] : 0));
}
