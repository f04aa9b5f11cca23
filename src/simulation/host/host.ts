import { closedTcb, type Tcb } from '../../tcp/tcb.ts';
import type { SynCookie } from './syn-cookie.ts';

/** One end of a connection: an IP address and a port (RFC 9293 §3.3.1). */
export interface Socket {
  readonly address: string;
  /** 0…65535. */
  readonly port: number;
}

/** How a connection came to the host: by a call of its user (`own`), or by a listener, where it is `half-open`, then `waiting` for an ACCEPT, then `accepted`. */
export type Stage = 'own' | 'half-open' | 'waiting' | 'accepted';

/** One connection of a host, named by its four-tuple: the host's address, `local`, and `remote`. */
export interface Connection {
  /** The local port. */
  readonly local: number;
  readonly remote: Socket;
  readonly tcb: Tcb;
  readonly stage: Stage;
  /** As which one of the host's its handshake was completed, from 1; 0 before that, and where no listener is concerned. */
  readonly completed: number;
  /** Its handshake lacks nothing but data: an ACK without any was put aside. */
  readonly deferred?: true;
}

/** A port on which a user takes connections as they come. */
export interface Listener {
  readonly port: number;
  /** How many connections may wait for the user; the profile says what that counts. */
  readonly backlog: number;
  /** The endpoint in LISTEN that each connection begins as. */
  readonly listening: Tcb;
}

/** A host, as far as TCP goes. Plain immutable data: what happens to it gives another one. */
export interface Host {
  readonly address: string;
  /** A connection keeps its place; one that is CLOSED is the memory of a connection, not a connection. */
  readonly connections: readonly Connection[];
  readonly listeners: readonly Listener[];
  /** How many initial sequence numbers it has chosen. */
  readonly issChosen: number;
  /** How many handshakes its listeners have completed. */
  readonly completions: number;
  /** The SYN cookies that its listeners have given. */
  readonly cookies: readonly SynCookie[];
}

/** A host without connections and listeners. */
export function newHost(address: string): Host {
  return { address, connections: [], listeners: [], issChosen: 0, completions: 0, cookies: [] };
}

/** A connection that no call has opened yet; `buffer`: its receive buffer, octets. */
export function unopened(local: number, remote: Socket, buffer: number): Connection {
  return { local, remote, tcb: closedTcb(buffer), stage: 'own', completed: 0 };
}

/** The connections with one put in its place, or behind all others. */
export function placed(connections: readonly Connection[], at: number, connection: Connection): readonly Connection[] {
  const all = connections.slice();
  all[at] = connection;
  return all;
}

/** The host after it has lost every connection and listener (RFC 9293 §3.5.1); `buffer`: the receive buffer of whatever it opens next, octets. */
export function crashed(host: Host, buffer: number): Host {
  const connections = host.connections.map(({ local, remote }) => unopened(local, remote, buffer));
  return { ...host, connections, listeners: [], cookies: [] };
}

/** The place of the connection with this four-tuple; −1: the host knows none. */
export function placeOf({ connections }: Host, local: number, remote: Socket): number {
  for (let at = connections.length - 1; at >= 0; at -= 1) {
    const connection = connections[at];
    if (connection !== undefined && connection.local === local && connection.remote.port === remote.port && connection.remote.address === remote.address) return at;
  }
  return -1;
}

/** The listener of a port; undefined: there is none. */
export function listenerOn({ listeners }: Host, port: number): Listener | undefined {
  return listeners.find((listener) => listener.port === port);
}

/** What a segment to `local` from this connection's peer would meet: the connection, or where that is CLOSED the listener of its port. */
export function endpointAt(host: Host, at: number): Tcb | undefined {
  const connection = host.connections[at];
  if (connection === undefined || connection.tcb.state !== 'CLOSED') return connection?.tcb;
  return listenerOn(host, connection.local)?.listening ?? connection.tcb;
}
