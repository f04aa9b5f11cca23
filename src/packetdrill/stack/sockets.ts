import type { Connection, Errno, Host, Listener, SocketOptions } from './host.ts';

/** A descriptor of the script: a socket that is still free, a listener, or a connection's end. */
export interface Socket {
  readonly options: SocketOptions;
  /** The local port that bind() gave it. */
  port: number | null;
  listener: Listener | null;
  connection: Connection | null;
  /** Whether connect() has left its SYN to the first write. */
  deferred: boolean;
}

/** What one descriptor of an epoll is waited for. */
export interface Watch {
  readonly events: readonly string[];
  /** EPOLLET: told only when it changes. */
  readonly edge: boolean;
  /** Whether it has been told. */
  told: boolean;
}

/** The application under test: its host and its descriptors, numbered as the script numbers them. */
export interface Application {
  readonly host: Host;
  readonly sockets: Map<number, Socket>;
  /** Descriptors of open files, of which only the number is known. */
  readonly files: Set<number>;
  /** What each epoll waits for, by descriptor. */
  readonly watches: Map<number, Map<number, Watch>>;
}

/** What a call gives back: a value, with an error where it is −1, and what it has filled in; or not yet; or nothing that we know. */
export type Reply =
  | { readonly type: 'done'; readonly value: number; readonly errno: Errno | null; readonly filled: number | string | null }
  | { readonly type: 'wait'; readonly again: () => Reply }
  | { readonly type: 'unsupported'; readonly reason: string };

/** The call succeeded with `value`; `filled`: what it wrote into its buffer. */
export function done(value: number, filled: number | string | null = null): Reply {
  return { type: 'done', value, errno: null, filled };
}

/** The call failed. */
export function failed(errno: Errno): Reply {
  return { type: 'done', value: -1, errno, filled: null };
}

/** The call asks for something that is not there to be asked for. */
export function unsupported(reason: string): Reply {
  return { type: 'unsupported', reason };
}

/** The options of a new socket of this host. */
export function freshOptions(host: Host, nonblocking: boolean): SocketOptions {
  const { rcvbuf, sndbuf, mss, openTimeout, profile } = host.settings;
  return {
    nonblocking, rcvbuf, rcvbufSet: false, sndbuf, mss,
    nodelay: false, cork: false, lossFactor: null, notsentLowat: null,
    linger: null, noopt: false, keepinit: openTimeout, keepAlive: false, probing: profile.keepAlive, userTimeout: null, fastOpen: false, fastOpenQueue: 0, fastOpenConnect: false,
    kept: new Map(),
  };
}

/** Asks `attempt` now, and again after everything that happens, until it has a reply; a non-blocking socket says `errno` instead. */
export function orWait(nonblocking: boolean, errno: Errno, attempt: () => Reply | null): Reply {
  const reply = attempt();
  if (reply !== null) return reply;
  if (nonblocking) return failed(errno);
  return { type: 'wait', again: () => orWait(false, errno, attempt) };
}

/** Takes the error that waits at a connection; it is told once. */
export function takeError(connection: Connection): Errno | null {
  const { error } = connection;
  connection.error = null;
  return error;
}
