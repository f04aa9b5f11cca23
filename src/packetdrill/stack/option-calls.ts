import { lossFactorOf } from '../command/linux.ts';
import type { Value } from '../script.ts';
import { mayOpenFast } from './fast-open.ts';
import { flush, type Host, type SocketOptions } from './host.ts';
import { done, failed, takeError, unsupported, type Application, type Reply, type Socket } from './sockets.ts';
import { numberOf, wordsOf } from './value.ts';

/** Options that are kept and read back: what they ask for is so anyway, or is seen by nobody here. */
const KEPT: readonly string[] = [
  'SO_REUSEADDR', 'SO_REUSEPORT', 'SO_OOBINLINE', 'SO_PRIORITY', 'SO_MARK', 'SO_RCVLOWAT', 'SO_ZEROCOPY', 'SO_INCOMING_CPU',
  'IP_TOS', 'IPV6_TCLASS', 'IP_MTU_DISCOVER', 'IPV6_MTU_DISCOVER', 'IP_TTL', 'IP_RECVERR', 'IPV6_RECVERR', 'IP_FREEBIND', 'TCP_INQ', 'TCP_QUICKACK', 'TCP_LINGER2', 'TCP_SYNCNT',
];

/** Options that may be set to the value that the engine has anyway. */
const FIXED: ReadonlyMap<string, number> = new Map([['TCP_NOPUSH', 0], ['TCP_DEFER_ACCEPT', 0]]);

type Setter = (options: SocketOptions, value: number) => void;

const SETTERS: ReadonlyMap<string, Setter> = new Map<string, Setter>([
  ['TCP_NODELAY', (options, value) => { options.nodelay = value !== 0; }],
  ['TCP_CORK', (options, value) => { options.cork = value !== 0; }],
  ['TCP_MAXSEG', (options, value) => { options.mss = Math.min(options.mss, value); }],
  ['TCP_NOOPT', (options, value) => { options.noopt = value !== 0; }],
  ['TCP_KEEPINIT', (options, value) => { options.keepinit = value * 1000; }],
  ['SO_KEEPALIVE', (options, value) => { options.keepAlive = value !== 0; }],
  ['TCP_KEEPIDLE', (options, value) => { options.probing = { ...options.probing, idle: value * 1000 }; }],
  ['TCP_KEEPINTVL', (options, value) => { options.probing = { ...options.probing, interval: value * 1000 }; }],
  ['TCP_KEEPCNT', (options, value) => { options.probing = { ...options.probing, probes: value }; }],
  ['TCP_USER_TIMEOUT', (options, value) => { options.userTimeout = value === 0 ? null : value; }],
  ['TCP_FASTOPEN', (options, value) => { options.fastOpenQueue = value; }],
  ['TCP_FASTOPEN_CONNECT', (options, value) => { options.fastOpenConnect = value !== 0; }],
  ['TCP_NOTSENT_LOWAT', (options, value) => { options.notsentLowat = value; }],
]);

/** Options that are set in a way of their own. */
const OTHERS: readonly string[] = ['SO_RCVBUF', 'SO_RCVBUFFORCE', 'SO_SNDBUF', 'SO_SNDBUFFORCE', 'SO_LINGER', 'TCP_CONGESTION'];

/** Options that can only be read. */
const READ_ONLY: readonly string[] = ['SO_ERROR', 'SO_TYPE', 'SO_ACCEPTCONN', 'SO_PROTOCOL'];

function setLinger(options: SocketOptions, value: Value | undefined): Reply {
  if (value?.type !== 'fields') return unsupported('SO_LINGER with something else than {onoff=…, linger=…}');
  options.linger = numberOf(value.fields['onoff']) === 0 ? null : numberOf(value.fields['linger']);
  return done(0);
}

/** Linux doubles what it is asked for, within bounds, octets: the largest request, and the least buffers. */
const LINUX_LARGEST = 212_992;
const LINUX_LEAST = { rcvbuf: 2304, sndbuf: 4608 } as const;

function bufferFor(host: Host, which: 'rcvbuf' | 'sndbuf', asked: number, forced: boolean): number {
  if (host.settings.padding === 'bsd') return asked;
  return Math.max(LINUX_LEAST[which], 2 * (forced ? asked : Math.min(asked, LINUX_LARGEST)));
}

function setReceiveBuffer(host: Host, socket: Socket, asked: number, forced: boolean): Reply {
  if (socket.connection !== null) return unsupported('SO_RCVBUF of an open connection is not something that the engine has');
  socket.options.rcvbuf = bufferFor(host, 'rcvbuf', asked, forced);
  socket.options.rcvbufSet = true;
  return done(0);
}

function setCongestion(host: Host, socket: Socket, value: Value | undefined): Reply {
  const algorithm = value?.type === 'text' ? value.text : '';
  const lossFactor = host.settings.padding === 'bsd' && algorithm === 'newreno' ? lossFactorOf('reno') : lossFactorOf(algorithm);
  if (lossFactor === undefined) return unsupported(`congestion control ${algorithm} is not something that the engine has`);
  socket.options.lossFactor = lossFactor;
  return done(0);
}

/** Whether an option may be named in a call at all; the reason where not. */
export function unknownOption(name: string, setting: boolean): string | null {
  const known = KEPT.includes(name) || FIXED.has(name) || SETTERS.has(name) || OTHERS.includes(name) || (!setting && READ_ONLY.includes(name));
  return known ? null : `the socket option ${name} is not one that the engine has`;
}

/** What waits because of an option that no longer holds leaves now (TCP_NODELAY pushes past a cork, too). */
function push(host: Host, { connection, options }: Socket, name: string): void {
  if (connection === null || !connection.connected) return;
  if (name === 'TCP_NODELAY' && options.nodelay) flush(host, connection);
  if (name === 'TCP_CORK' && !options.cork) flush(host, connection);
}

/** setsockopt(). */
export function setsockopt(app: Application, socket: Socket, args: readonly Value[]): Reply {
  const name = wordsOf(args[2])[0] ?? '';
  if (name === 'SO_LINGER') return setLinger(socket.options, args[3]);
  if (name === 'TCP_CONGESTION') return setCongestion(app.host, socket, args[3]);
  if (name === 'IP_MTU_DISCOVER' || name === 'IPV6_MTU_DISCOVER') return done(0);
  const value = numberOf(args[3]);
  if (value === null) return unsupported(`${name} with something else than a number`);
  if (name.startsWith('SO_RCVBUF')) return setReceiveBuffer(app.host, socket, value, name.endsWith('FORCE'));
  if (name.startsWith('SO_SNDBUF')) {
    socket.options.sndbuf = bufferFor(app.host, 'sndbuf', value, name.endsWith('FORCE'));
    return done(0);
  }
  const fixed = FIXED.get(name);
  if (fixed !== undefined && fixed !== value) return unsupported(`${name} [${value}] is not something that the engine has`);
  if (name === 'TCP_FASTOPEN_CONNECT' && !mayOpenFast(app.host)) return failed('EOPNOTSUPP');
  if (name === 'TCP_FASTOPEN' && value !== 0 && app.host.settings.padding === 'bsd') return unsupported('FreeBSD’s TCP_FASTOPEN is not something that the engine has');
  const setter = SETTERS.get(name);
  if (setter !== undefined) setter(socket.options, value);
  else socket.options.kept.set(name, value);
  push(app.host, socket, name);
  return done(0);
}

/** getsockopt(). */
export function getsockopt(socket: Socket, args: readonly Value[]): Reply {
  const name = wordsOf(args[2])[0] ?? '';
  const { connection, options } = socket;
  switch (name) {
    case 'SO_ERROR':
      return done(0, connection === null ? 0 : (takeError(connection) ?? 0));
    case 'SO_RCVBUF':
      return done(0, connection === null || options.rcvbufSet ? options.rcvbuf : connection.tcb.rcv.buffer);
    case 'SO_SNDBUF':
      return options.sndbuf === null ? unsupported('the size of a send buffer that nobody has set is not something that the engine has') : done(0, options.sndbuf);
    case 'SO_ACCEPTCONN':
      return done(0, socket.listener === null ? 0 : 1);
    case 'SO_PROTOCOL':
      return done(0, IPPROTO_TCP);
    case 'TCP_FASTOPEN':
      return done(0, options.fastOpenQueue);
    case 'TCP_FASTOPEN_CONNECT':
      return done(0, options.fastOpenConnect ? 1 : 0);
    case 'TCP_CORK':
      return done(0, options.cork ? 1 : 0);
    case 'TCP_USER_TIMEOUT':
      return done(0, options.userTimeout ?? 0);
    case 'TCP_NOTSENT_LOWAT':
      return options.notsentLowat === null ? unsupported('TCP_NOTSENT_LOWAT where nobody has set it') : done(0, options.notsentLowat);
    case 'TCP_NOOPT':
      return done(0, options.noopt ? 1 : 0);
    case 'TCP_KEEPINIT':
      return options.keepinit === null ? unsupported('TCP_KEEPINIT where nobody has set it') : done(0, options.keepinit / 1000);
    case 'TCP_KEEPIDLE':
      return done(0, options.probing.idle / 1000);
    case 'TCP_KEEPINTVL':
      return done(0, options.probing.interval / 1000);
    case 'TCP_KEEPCNT':
      return done(0, options.probing.probes);
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

const IPPROTO_TCP = 6;

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
