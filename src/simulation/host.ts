import type { Effect } from '../tcp/effect.ts';
import type { TcpEvent } from '../tcp/event.ts';
import { step } from '../tcp/step.ts';
import { closedTcb, type TimerName } from '../tcp/tcb.ts';
import { TIMEOUTS, nextTimer } from '../tcp/timeout.ts';
import type { HostId } from './scenario.ts';
import { launch } from './wire.ts';
import { envOf, type World } from './world.ts';

function heed(world: World, host: HostId, effect: Effect, sent: number[]): void {
  switch (effect.type) {
    case 'emit':
      sent.push(launch(world, host, effect.segment, effect.transmission));
      return;
    case 'tell':
      world.told[host] = [...world.told[host], effect.signal];
      return;
    case 'deliver':
      world.received[host] += effect.length;
      return;
    case 'choose ISS':
      world.issTaken[host] += 1;
      return;
    case 'timer':
    case 'state':
      return;
  }
}

/** One event happens to a host's endpoint, now; `arrived` is the flight that brought it, if one did. */
export function happen(world: World, host: HostId, event: TcpEvent, arrived: number | null): void {
  const before = world.endpoints[host];
  const { endpoint, effects, because } = step(before, event, envOf(world, host));
  world.endpoints[host] = endpoint;
  if (endpoint.timers !== before.timers) world.due[host] = nextTimer(endpoint);
  const sent: number[] = [];
  const index = world.moments.length;
  world.moments.push({ kind: 'endpoint', index, at: world.now, host, event, arrived, because, effects, sent, before, after: endpoint });
  for (const effect of effects) heed(world, host, effect, sent);
}

/** A host loses every connection and forgets; what it has sent stays on the wire (RFC 9293 §3.5.1). */
export function crash(world: World, host: HostId): void {
  const before = world.endpoints[host];
  const after = closedTcb(world.scenario.hosts[host].window);
  world.endpoints[host] = after;
  world.due[host] = null;
  world.moments.push({ kind: 'crash', index: world.moments.length, at: world.now, host, before, after });
}

/** A timer of a host expires. */
export function expire(world: World, host: HostId, timer: TimerName): void {
  happen(world, host, TIMEOUTS[timer], null);
}
