import type { Effect } from '../tcp/effect.ts';
import type { UserCall } from '../tcp/event.ts';
import { closedTcb } from '../tcp/tcb.ts';
import { TIMEOUTS } from '../tcp/timeout.ts';
import { USUAL_PORTS } from './connections.ts';
import type { HostEvent } from './host-event.ts';
import { arrive } from './host/arrive.ts';
import { call, happen } from './host/happen.ts';
import { crashed, type Connection } from './host/host.ts';
import { accept, firstWaiting, listen } from './host/listener.ts';
import type { Reaction } from './host/reaction.ts';
import { nextTimeout, type HostTimer } from './host/timeout.ts';
import type { HostId } from './scenario.ts';
import type { Flight } from './trace.ts';
import { launch } from './wire.ts';
import { endpointOf, envOf, type World } from './world.ts';

function heed(world: World, host: HostId, connection: number, effect: Effect, sent: number[]): void {
  switch (effect.type) {
    case 'emit':
      sent.push(launch(world, host, connection, effect.segment, effect.transmission));
      return;
    case 'tell':
      world.told[host] = [...world.told[host], effect.signal];
      return;
    case 'deliver':
      world.received[host] += effect.length;
      return;
    case 'cookie':
      world.cookies[host] = effect.cookie;
      return;
    case 'choose ISS':
    case 'status':
    case 'timer':
    case 'state':
      return;
  }
}

/** Notes what an event has done, and lets the world heed it; `arrived`: the flight that brought it, if one did. */
function record(world: World, host: HostId, connection: number | null, event: HostEvent, arrived: number | null, reaction: Reaction): void {
  const { before, after, effects, because } = reaction;
  world.hosts[host] = reaction.host;
  if (before.timers !== after.timers) world.due[host] = nextTimeout(reaction.host);
  const sent: number[] = [];
  const index = world.moments.length;
  world.moments.push({ kind: 'endpoint', index, at: world.now, host, connection, event, arrived, because, effects, sent, before, after });
  for (const effect of effects) heed(world, host, connection ?? 0, effect, sent);
}

function placeIn(world: World, host: HostId, connection: number): Connection {
  const found = world.hosts[host].connections[connection];
  if (found === undefined) throw new Error(`There is no connection ${String(connection)}`);
  return found;
}

/** A user calls TCP, now. */
export function callOn(world: World, host: HostId, connection: number, event: UserCall): void {
  const reaction = call(world.hosts[host], connection, placeIn(world, host, connection), event, envOf(world, host));
  record(world, host, connection, event, null, reaction);
}

/** A flight reaches its host. */
export function land(world: World, flight: Flight): void {
  const { id, to, connection, segment } = flight;
  world.flights[id] = { ...flight, fate: 'delivered' };
  const { local, remote } = placeIn(world, to, connection);
  const reaction = arrive(world.hosts[to], { local, remote, segment }, envOf(world, to));
  record(world, to, connection, { type: 'SEGMENT ARRIVES', segment }, id, reaction);
  handOver(world, to);
}

/** The connection that shows what happens to a listener: the first one with its port. */
function shownAt(world: World, host: HostId, port: number): number | null {
  const found = world.connections.findIndex(({ ports }) => ports[host] === port);
  return found < 0 ? null : found;
}

/** A user begins to take connections on a port as they come. What waits for it lies unread in the buffer. */
export function listenAt(world: World, host: HostId, port: number, backlog: number): void {
  const closed = closedTcb(world.scenario.hosts[host].window);
  const reaction = listen(world.hosts[host], port, backlog, { ...closed, rcv: { ...closed.rcv, reading: false } }, envOf(world, host));
  record(world, host, shownAt(world, host, port), { type: 'LISTEN', port, backlog }, null, reaction);
}

/** Hands a connection over to the user, who reads from now on what has come and what comes. */
function take(world: World, host: HostId, port: number): boolean {
  const taken = accept(world.hosts[host], port);
  if (taken === null) return false;
  const reaction = happen(taken.host, taken.at, taken.connection, { type: 'READING', reading: true }, envOf(world, host));
  record(world, host, taken.at, { type: 'ACCEPT', port, waits: false }, null, { ...reaction, because: ['listener.accepts', ...reaction.because] });
  return true;
}

/** A user asks for a connection of the listener on that port, or of the first one, and gets it now or as soon as there is one. */
export function acceptAt(world: World, host: HostId, named: number | undefined): void {
  const port = named ?? world.hosts[host].listeners[0]?.port ?? USUAL_PORTS[host];
  if (take(world, host, port)) return;
  world.accepting[host] = [...world.accepting[host], port];
  const connection = shownAt(world, host, port);
  const endpoint = endpointOf(world, host, connection ?? 0);
  const reaction: Reaction = { host: world.hosts[host], connection: null, before: endpoint, after: endpoint, effects: [], because: ['listener.accept-waits'] };
  record(world, host, connection, { type: 'ACCEPT', port, waits: true }, null, reaction);
}

/** Users who wait for a connection get those that have come. */
function handOver(world: World, host: HostId): void {
  const asked = world.accepting[host];
  if (asked.length === 0) return;
  const port = asked.find((one) => firstWaiting(world.hosts[host], one) >= 0);
  if (port === undefined) return;
  world.accepting[host] = asked.toSpliced(asked.indexOf(port), 1);
  take(world, host, port);
}

/** A host loses every connection and forgets; what it has sent stays on the wire (RFC 9293 §3.5.1). */
export function crash(world: World, host: HostId): void {
  const { window } = world.scenario.hosts[host];
  const forgot = world.connections.map((_ports, connection) => endpointOf(world, host, connection));
  const before = endpointOf(world, host, 0);
  world.hosts[host] = crashed(world.hosts[host], window);
  world.accepting[host] = [];
  world.due[host] = null;
  world.moments.push({ kind: 'crash', index: world.moments.length, at: world.now, host, before, after: closedTcb(window), forgot });
}

/** A timer of a host expires. */
export function expire(world: World, host: HostId, { connection, timer }: HostTimer): void {
  const event = TIMEOUTS[timer];
  record(world, host, connection, event, null, happen(world.hosts[host], connection, placeIn(world, host, connection), event, envOf(world, host)));
}
