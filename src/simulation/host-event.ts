import type { TcpEvent } from '../tcp/event.ts';

/** Everything that can happen to a host's endpoints: the events of RFC 9293 §3.10, and what a listener with a backlog adds. */
export type HostEvent =
  | TcpEvent
  /** A passive OPEN that takes connections as they come. */
  | { readonly type: 'LISTEN'; readonly port: number; /** How many connections may wait for ACCEPT. */ readonly backlog: number }
  /** The user takes a connection of the listener on the port; `waits`: there is none yet. */
  | { readonly type: 'ACCEPT'; readonly port: number; readonly waits: boolean };
