import type { Env } from '../tcp/env.ts';
import type { KeepAlive } from '../tcp/keep-alive.ts';
import type { Profile } from '../tcp/profile.ts';
import { doublings } from './kernel-settings.ts';

/** The socket of an application: where it is bound, what was set on it, and which of the host's connections it has come to. */
export interface AppSocket {
  /** The local port; null: not bound. */
  readonly port: number | null;
  /** The place of its connection among the host's; null: none yet. */
  readonly place: number | null;
  readonly options: ReadonlyMap<string, string>;
}

/** A socket on which nothing was called. */
export const FRESH: AppSocket = { port: null, place: null, options: new Map() };

/** Options that the replay heeds, or that change nothing between the two hosts of a recording. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['SO_REUSEADDR', 'SO_REUSEPORT', 'SO_SNDBUF', 'SO_RCVLOWAT', 'SO_SNDTIMEO', 'SO_RCVTIMEO', 'SO_OOBINLINE', 'SO_BINDTODEVICE', 'IPV6_V6ONLY', 'IP_TOS', 'TCP_CONGESTION', 'TCP_NOTSENT_LOWAT'],
  ...['TCP_NODELAY', 'TCP_CORK', 'TCP_MAXSEG', 'TCP_SYNCNT', 'TCP_LINGER2', 'TCP_USER_TIMEOUT', 'TCP_QUICKACK', 'TCP_DEFER_ACCEPT', 'TCP_FASTOPEN', 'TCP_FASTOPEN_CONNECT'],
  ...['SO_KEEPALIVE', 'TCP_KEEPIDLE', 'TCP_KEEPINTVL', 'TCP_KEEPCNT', 'SO_LINGER', 'SO_RCVBUF', 'SO_RCVBUFFORCE'],
]);

/** Whether the replay knows what the option does. */
export function isKnown(option: string): boolean {
  return KNOWN.has(option);
}

/** The number that an option was set to; null: it was not set. */
export function optionOf({ options }: AppSocket, name: string): number | null {
  const value = options.get(name);
  return value === undefined ? null : Number(/-?\d+/u.exec(value)?.[0] ?? 0);
}

function isOn(socket: AppSocket, name: string): boolean {
  return (optionOf(socket, name) ?? 0) !== 0;
}

/** Whether `close()` aborts: SO_LINGER with a time of 0. */
export function abortsOnClose({ options }: AppSocket): boolean {
  const value = options.get('SO_LINGER') ?? '';
  return !/^\{?\s*(?:off|0)\b/u.test(value) && /\D0\D*$/u.test(value);
}

/** The profile of the socket's host with what is set on the socket. */
export function profileFor(profile: Profile, socket: AppSocket): Profile {
  const tries = optionOf(socket, 'TCP_SYNCNT');
  const linger = optionOf(socket, 'TCP_LINGER2');
  const defer = optionOf(socket, 'TCP_DEFER_ACCEPT');
  return {
    ...profile,
    nagle: !isOn(socket, 'TCP_NODELAY'),
    ...(tries === null || tries === 0 ? {} : { r2Syn: doublings(tries, profile.rtoInitial, profile.rtoMax) }),
    ...(defer === null || profile.name !== 'linux' ? {} : { deferAccept: timeoutsIn(defer) }),
    ...(linger === null || linger <= 0 || profile.finWait2 === null ? {} : { finWait2: linger * 1000 }),
  };
}

/** How many timeouts of a SYN,ACK begin within so many seconds: the first after 1 s, each wait twice the one before it. */
function timeoutsIn(seconds: number): number {
  let [count, sum, wait] = [0, 0, 1];
  while (sum < seconds) {
    sum += wait;
    wait *= 2;
    count += 1;
  }
  return count;
}

/** What else a step of the socket's connection may know of it. */
export function settingsFor(socket: AppSocket, keepAlive: KeepAlive): Pick<Env, 'keepAlive' | 'userTimeout'> & Partial<Pick<Env, 'cork'>> {
  const patience = optionOf(socket, 'TCP_USER_TIMEOUT');
  return {
    userTimeout: patience === null || patience === 0 ? null : patience,
    keepAlive: isOn(socket, 'SO_KEEPALIVE') ? kept(socket, keepAlive) : null,
    ...(isOn(socket, 'TCP_CORK') ? { cork: true as const } : {}),
  };
}

function kept(socket: AppSocket, { idle, interval, probes }: KeepAlive): KeepAlive {
  const ms = (name: string, otherwise: number): number => {
    const value = optionOf(socket, name);
    return value === null ? otherwise : value * 1000;
  };
  return { idle: ms('TCP_KEEPIDLE', idle), interval: ms('TCP_KEEPINTVL', interval), probes: optionOf(socket, 'TCP_KEEPCNT') ?? probes };
}
