import type { Effect, Signal } from '../../tcp/effect.ts';
import type { Env } from '../../tcp/env.ts';
import type { KeepAlive } from '../../tcp/keep-alive.ts';
import type { TcpEvent } from '../../tcp/event.ts';
import { peersMss } from '../../tcp/negotiate.ts';
import type { Segment } from '../../tcp/segment.ts';
import { seq, type Seq } from '../../tcp/seq.ts';
import { step, type Step } from '../../tcp/step.ts';
import type { Tcb } from '../../tcp/tcb.ts';
import { TIMEOUTS, nextTimer } from '../../tcp/timeout.ts';
import { settled } from '../../simulation/host/happen.ts';
import { envFor, type HostEnv } from '../../simulation/host/host-env.ts';
import { newHost as newTcpHost, placed, type Connection as Endpoint, type Host as TcpHost, type Socket } from '../../simulation/host/host.ts';
import { unopened } from './engine.ts';
import { linuxShift, type Settings } from './settings.ts';

/** The errors that a socket call can end with. */
export type Errno =
  | 'EINPROGRESS' | 'EALREADY' | 'EISCONN' | 'ENOTCONN' | 'EAGAIN' | 'EPIPE' | 'EINVAL' | 'EBADF' | 'EADDRINUSE'
  | 'ECONNRESET' | 'ECONNREFUSED' | 'ECONNABORTED' | 'ETIMEDOUT' | 'EOPNOTSUPP';

/** What a socket's options say, with what a connection inherits from its listener. */
export interface SocketOptions {
  nonblocking: boolean;
  /** The size of the receive buffer as getsockopt() reports it, octets; Linux counts twice what it offers as a window. */
  rcvbuf: number;
  /** Whether SO_RCVBUF has set it. */
  rcvbufSet: boolean;
  sndbuf: number | null;
  mss: number;
  nodelay: boolean;
  /** TCP_CORK: part of a segment waits for more. */
  cork: boolean;
  /** TCP_CONGESTION: the share of the congestion window that a loss leaves; null: as the host has it. */
  lossFactor: number | null;
  /** TCP_NOTSENT_LOWAT, octets; null: as the host has it. */
  notsentLowat: number | null;
  /** SO_LINGER, s; null: off. */
  linger: number | null;
  /** TCP_NOOPT: the SYN has no options at all. */
  noopt: boolean;
  /** TCP_KEEPINIT, ms: how long the handshake may take; null: as long as the SYN is retransmitted, or it is over. */
  keepinit: number | null;
  /** SO_KEEPALIVE: whether a silent connection is probed, as `probing` says. */
  keepAlive: boolean;
  probing: KeepAlive;
  /** TCP_USER_TIMEOUT, ms; null: as long as the profile retransmits. */
  userTimeout: number | null;
  /** Whether its SYN shows or asks for a Fast Open cookie, and its listener heeds one. */
  fastOpen: boolean;
  /** TCP_FASTOPEN: how many connections of a listener may be open before their handshake is over. */
  fastOpenQueue: number;
  /** TCP_FASTOPEN_CONNECT: connect() leaves the SYN to the first write, where there is a cookie for it. */
  fastOpenConnect: boolean;
  /** Options that are kept and read back, and change nothing that is seen on the wire. */
  readonly kept: Map<string, number>;
}

/** A connection, or what is left of one, as the script's sockets know it. */
export interface Connection {
  /** Its place among the connections of `Host.tcp`, which has its endpoint. */
  readonly at: number;
  tcb: Tcb;
  options: SocketOptions;
  /** The ISS of the last time it was opened. */
  iss: Seq;
  /** The number that the script has for that ISS; null until it has named one, which means 0. */
  scriptIss: number | null;
  /** The peer's ISS. */
  peerIss: Seq;
  /** Ports as the script writes them; null until it does. */
  ports: { readonly local: number; readonly remote: number } | null;
  /** Whether its handshake has been completed. */
  connected: boolean;
  /** Octets that came before a reset and that nobody has read. */
  left: number;
  /** Whether it began by a SYN whose cookie was believed. */
  early: boolean;
  /** Whether all the data of its SYN was taken by whoever got it. */
  synData: boolean;
  /** The error that the next call reports. */
  error: Errno | null;
  /** The listener that it came by, until accept() has handed it over. */
  listener: Listener | null;
  /** Whether a descriptor of the script refers to it. */
  owned: boolean;
  /** TSval of the script to TSval sent, and the first such pair. */
  readonly stamps: Map<number, number>;
}

/** A listening socket. */
export interface Listener {
  readonly options: SocketOptions;
  readonly port: number;
  readonly backlog: number;
}

/** A segment that left, and when, µs. */
export interface Sent {
  readonly at: number;
  readonly segment: Segment;
  readonly connection: Connection | null;
  /** Whether it carries data that was sent before. */
  readonly again: boolean;
  /** The event of the script that was under way. */
  readonly during: number;
}

/** The host under test. */
export interface Host {
  /** µs since the script began. */
  now: number;
  settings: Settings;
  /** The host as TCP knows it: listeners and endpoints. */
  tcp: TcpHost;
  readonly connections: Connection[];
  readonly listeners: Listener[];
  /** What the peer has given with its last Fast Open cookie. */
  cookie: { readonly cookie: string; readonly mss: number } | null;
  /** What has left and no line of the script has asked for yet. */
  readonly sent: Sent[];
  /** The connection that a line without ports speaks of. */
  current: Connection | null;
  /** The event of the script that is under way, from 0. */
  during: number;
}

/** A host without any connection. */
export function newHost(settings: Settings): Host {
  return { now: 0, settings, tcp: newTcpHost(ADDRESS), connections: [], listeners: [], cookie: null, sent: [], current: null, during: 0 };
}

/** The host under test, in the addresses kept for documentation (RFC 5737). */
const ADDRESS = '192.0.2.1';

/** The far end of the connection at this place: scripts name connections otherwise than by four-tuple. */
export function farEnd(at: number): Socket {
  return { address: '198.51.100.1', port: at };
}

/** Whether Linux has had the size of this receive buffer set by SO_RCVBUF, which then no longer grows. */
function isFixed({ settings }: Host, { rcvbufSet }: SocketOptions): boolean {
  return rcvbufSet && settings.padding === 'linux';
}

/** The receive buffer as a connection of this socket offers it, octets: of one that was set on Linux half, in whole segments. */
export function windowFor(host: Host, options: SocketOptions): number {
  if (!isFixed(host, options)) return options.rcvbuf;
  const half = Math.floor(options.rcvbuf / 2);
  return half > options.mss ? half - (half % options.mss) : half;
}

/** What an event at this host may know now, at a socket with these options. */
export function hostEnvOf(host: Host, options: SocketOptions): HostEnv {
  const { delayedAck, iss, profile } = host.settings;
  const r2Syn = options.keepinit === null ? profile.r2Syn : Infinity;
  const bare = options.noopt ? { wscale: null, sack: false, timestamps: false, mssOption: false } : {};
  const lossFactor = options.lossFactor ?? profile.lossFactor;
  const wscale = profile.wscale !== null && isFixed(host, options) ? linuxShift(windowFor(host, options)) : profile.wscale;
  return {
    now: host.now / 1000,
    profile: { ...profile, r2Syn, lossFactor, wscale, nagle: profile.nagle && !options.nodelay, ...bare },
    issRule: { type: 'list', numbers: [iss] },
    mss: options.mss,
    sendBuffer: null,
    fastOpen: options.fastOpen ? { gives: host.settings.cookie, has: host.cookie?.cookie ?? null, ...(host.cookie === null ? {} : { mss: host.cookie.mss }) } : null,
    delayedAck,
    keepAlive: options.keepAlive ? options.probing : null,
    userTimeout: options.keepinit ?? options.userTimeout,
    ...(options.cork ? { cork: true } : {}),
  };
}

/** What a step of this host's connection may know now. */
export function envOf(host: Host, options: SocketOptions): Env {
  return envFor(host.tcp, 0, farEnd(0), hostEnvOf(host, options));
}

function errorOf(signal: Signal, connection: Connection): Errno | null {
  if (signal === 'connection refused') return 'ECONNREFUSED';
  if (signal === 'connection reset') return connection.connected ? 'ECONNRESET' : 'ECONNREFUSED';
  return signal === 'connection aborted due to user timeout' ? 'ETIMEDOUT' : null;
}

/** Does what an event has brought about at a connection. */
export function heed(host: Host, connection: Connection, effect: Effect): void {
  switch (effect.type) {
    case 'emit':
      host.sent.push({ at: host.now, segment: effect.segment, connection, again: effect.transmission > 1 && effect.segment.length > 0, during: host.during });
      return;
    case 'tell':
      connection.error ??= errorOf(effect.signal, connection);
      return;
    case 'choose ISS':
      connection.iss = effect.iss;
      return;
    case 'state':
      if (effect.to !== 'ESTABLISHED') return;
      connection.connected = true;
      connection.options.keepinit = null;
      return;
    case 'cookie':
      host.cookie = { cookie: effect.cookie, mss: peersMss(connection.tcb) };
      return;
    case 'timer':
    case 'status':
    case 'deliver':
      return;
  }
}

/** Takes over what a step made of a connection. */
export function settle(host: Host, connection: Connection, step: Step): readonly Effect[] {
  const known = host.tcp.connections[connection.at];
  if (known === undefined) throw new Error('A connection without a place at its host');
  host.tcp = settled(host.tcp, connection.at, known, known.tcb, step).host;
  for (const effect of step.effects) heed(host, connection, effect);
  return step.effects;
}

/** One event happens to a connection, now. */
export function happen(host: Host, connection: Connection, event: TcpEvent): readonly Effect[] {
  return settle(host, connection, step(connection.tcb, event, envOf(host, connection.options)));
}

/** What waits to be sent and may leave now leaves: the output rules are asked, nothing is added. */
export function flush(host: Host, connection: Connection): void {
  const { tcb, options } = connection;
  if (tcb.snd.unsent === 0 || tcb.snd.fin !== 'no') return;
  settle(host, connection, step(tcb, { type: 'SEND', length: 0 }, envOf(host, { ...options, cork: false })));
}

/** A connection that begins at this endpoint, and that lines without ports speak of from now on. */
export function addConnection(host: Host, tcb: Tcb, options: SocketOptions): Connection {
  const at = host.tcp.connections.length;
  const begun: Endpoint = { local: 0, remote: farEnd(at), tcb, stage: 'own', completed: 0 };
  host.tcp = { ...host.tcp, connections: [...host.tcp.connections, begun] };
  return knowConnection(host, at, options, null);
}

/** The connection at this place of the host, which lines without ports speak of from now on; `listener`: the one that it came by. */
export function knowConnection(host: Host, at: number, options: SocketOptions, listener: Listener | null): Connection {
  const connection: Connection = {
    at,
    get tcb() {
      return host.tcp.connections[at]?.tcb ?? unopened(options.rcvbuf);
    },
    set tcb(tcb) {
      const known = host.tcp.connections[at];
      if (known !== undefined) host.tcp = { ...host.tcp, connections: placed(host.tcp.connections, at, { ...known, tcb }) };
    },
    options: { ...options, kept: new Map(options.kept) },
    iss: host.tcp.connections[at]?.tcb.iss ?? seq(0),
    scriptIss: null,
    peerIss: seq(0),
    ports: null,
    connected: false,
    left: 0,
    early: false,
    synData: false,
    error: null,
    listener,
    owned: listener === null,
    stamps: new Map(),
  };
  host.connections.push(connection);
  host.current = connection;
  return connection;
}

interface Due {
  readonly connection: Connection;
  readonly at: number;
  readonly event: TcpEvent;
}

function nextDue(host: Host): Due | null {
  let due: Due | null = null;
  for (const connection of host.connections) {
    const timer = nextTimer(connection.tcb);
    const at = timer === null ? Infinity : Math.round(timer.at * 1000);
    if (timer !== null && (due === null || at < due.at)) due = { connection, at, event: TIMEOUTS[timer.timer] };
  }
  return due;
}

/** When the next timer of the host expires, µs; null: none runs. */
export function nextTimeout(host: Host): number | null {
  return nextDue(host)?.at ?? null;
}

/** The next timer expires; the clock goes on to it. */
export function expireNext(host: Host): void {
  const due = nextDue(host);
  if (due === null) return;
  host.now = Math.max(host.now, due.at);
  happen(host, due.connection, due.event);
}
