import { ACK, SYN, has } from '../../tcp/flags.ts';
import type { Segment } from '../../tcp/segment.ts';
import type { Tcb } from '../../tcp/tcb.ts';
import type { ScriptSegment } from '../script.ts';
import { placed } from '../../simulation/host/host.ts';
import type { Connection, Host, Listener, SocketOptions } from './host.ts';

/** The bits of Linux's `tcp_fastopen`. */
const CLIENT = 0x1;
const SERVER = 0x2;
const NO_COOKIE_NEEDED = 0x200;
const EVERY_LISTENER = 0x400;

/** Whether a socket may show a cookie, or ask for one. */
export function mayOpenFast({ settings }: Host): boolean {
  return (settings.fastOpen & CLIENT) !== 0;
}

/** Whether a SYN that comes now may open a connection of this listener at once: only so many may wait for the end of their handshake. */
function heedsCookies(host: Host, listener: Listener): boolean {
  const { fastOpen } = host.settings;
  if ((fastOpen & SERVER) === 0) return false;
  const queue = listener.options.fastOpenQueue;
  const most = queue === 0 && (fastOpen & EVERY_LISTENER) !== 0 ? listener.backlog : queue;
  const waiting = host.connections.filter(({ at, early, tcb }) => early && tcb.state === 'SYN-RECEIVED' && host.tcp.connections[at]?.local === listener.port);
  return waiting.length < most;
}

/** A listener's options as they are for the SYN that comes now. */
export function heeding(host: Host, listener: Listener): SocketOptions {
  return { ...listener.options, fastOpen: heedsCookies(host, listener) };
}

/** A SYN with data as a host takes it that asks for no cookie: as if it had shown the right one. */
export function believed(host: Host, { fastOpen }: SocketOptions, segment: Segment): Segment {
  const needed = (host.settings.fastOpen & NO_COOKIE_NEEDED) === 0;
  const withData = has(segment.flags, SYN) && !has(segment.flags, ACK) && segment.length > 0;
  return !fastOpen || needed || !withData ? segment : { ...segment, options: { ...segment.options, fastOpen: host.settings.cookie } };
}

/** A connection whose SYN was believed waits for accept() as if its handshake were over. */
export function openedEarly(host: Host, connection: Connection, { length }: Segment): void {
  const known = host.tcp.connections[connection.at];
  if (known === undefined) return;
  const completions = host.tcp.completions + 1;
  host.tcp = { ...host.tcp, completions, connections: placed(host.tcp.connections, connection.at, { ...known, stage: 'waiting', completed: completions }) };
  connection.early = true;
  connection.connected = true;
  connection.synData = length > 0;
}

/** What of Fast Open Linux does in a way of its own where this segment arrives; null where it does not. */
export function beyondFastOpen({ early, options, tcb }: Connection, { flags }: ScriptSegment): string | null {
  const crosses = options.fastOpen && tcb.state === 'SYN-SENT' && flags.includes('SYN') && !flags.includes('ACK');
  if (crosses) return 'a Fast Open from both sides at once, as Linux takes it,';
  return early && tcb.state === 'SYN-RECEIVED' && flags.includes('FIN') ? 'when Linux acknowledges a FIN that ends the handshake of a Fast Open' : null;
}

/** Whether a segment acknowledges all the data that the SYN of this endpoint carried. */
export function takesSynData(before: Tcb, { flags, ack }: Segment): boolean {
  return before.state === 'SYN-SENT' && before.queue.length > 1 && has(flags, SYN) && has(flags, ACK) && ack === before.snd.nxt;
}
