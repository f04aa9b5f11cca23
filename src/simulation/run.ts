import { connectionsOf, placeNamed } from './connections.ts';
import { expire, land } from './happen.ts';
import { placed } from './host/host.ts';
import { nextTimeout, type HostTimer } from './host/timeout.ts';
import { rebased } from './rebase.ts';
import { act, intervene, nextActAt, quiet } from './script.ts';
import { EMPTY_SCENARIO, HOST_IDS, type HostId, type Scenario } from './scenario.ts';
import { endpointsOf, traceOf } from './trace-of.ts';
import type { Trace } from './trace.ts';
import { note, releaseDue, releaseOvertaken } from './wire.ts';
import { emptyWorld, type WireEvent, type World } from './world.ts';

/** How many moments a run may have before it is cut off as `bounded`. */
export const MOMENT_BOUND = 5000;

function onWire(world: World, event: WireEvent): void {
  world.wire.splice(world.wire.indexOf(event), 1);
  const flight = world.flights[event.flight];
  if (flight === undefined) return;
  return event.kind === 'lost' ? note(world, 'lost', flight.id) : land(world, flight);
}

/** When a `hold … until <time>` lets go, ms; null where none will. */
function holdEndsAt(world: World): number | null {
  if (world.held.length === 0) return null;
  const times = world.held.flatMap(({ fault: index }) => {
    const fault = index === null ? undefined : world.scenario.faults[index];
    return fault?.type === 'hold' && fault.until?.type === 'at' ? [fault.until.ms] : [];
  });
  return times.length === 0 ? null : Math.min(...times);
}

/** The event of the wire that comes first; of several at once, the one that was put there first. */
function nextOnWire({ wire }: World): WireEvent | null {
  let first: WireEvent | null = null;
  for (const event of wire) if (first === null || event.at < first.at) first = event;
  return first;
}

/** What happens next. */
type Next =
  | { readonly type: 'wire'; readonly at: number; readonly event: WireEvent }
  | { readonly type: 'act' | 'release'; readonly at: number }
  | { readonly type: 'timer'; readonly at: number; readonly host: HostId; readonly due: HostTimer };

/** What happens next, with its time: at the same time the wire goes first, then the script, then timers. */
function next(world: World): Next | null {
  const event = nextOnWire(world);
  let first: Next | null = event === null ? null : { type: 'wire', at: event.at, event };
  const actAt = nextActAt(world);
  if (actAt !== null && (first === null || actAt < first.at)) first = { type: 'act', at: actAt };
  const holdAt = holdEndsAt(world);
  if (holdAt !== null && (first === null || holdAt < first.at)) first = { type: 'release', at: Math.max(holdAt, world.now) };
  for (const host of HOST_IDS) {
    const due = world.due[host];
    if (due !== null && (first === null || due.at < first.at)) first = { type: 'timer', at: due.at, host, due };
  }
  return first;
}

function go(world: World, what: Next): void {
  switch (what.type) {
    case 'wire':
      return onWire(world, what.event);
    case 'act':
      return act(world);
    case 'release':
      return void releaseDue(world);
    case 'timer':
      return expire(world, what.host, what.due);
  }
}

/** Lets one thing happen; false, and the world unchanged, where nothing more can or the scenario stops before it. */
export function advance(world: World): boolean {
  if (intervene(world)) return true;
  if (releaseDue(world)) return true;
  if (world.held.length > 0 && world.wire.length === 0 && nextActAt(world) === null && releaseOvertaken(world)) return true;
  const due = next(world);
  const { stop } = world.scenario;
  if (due === null || (stop?.type === 'at' && due.at > stop.ms)) return false;
  world.now = due.at;
  go(world, due);
  return true;
}

/** Whether the last moment brought the host into the state that ends the run. */
function stopped(world: World): boolean {
  const { stop } = world.scenario;
  const last = world.moments.at(-1);
  if (stop?.type !== 'state' || last === undefined || !('after' in last)) return false;
  const meant = placeNamed(world.connections, stop.on);
  if (last.kind === 'crash') return last.host === stop.host && last.forgot[meant]?.state !== stop.state && last.after.state === stop.state;
  return last.connection === meant && last.host === stop.host && last.before.state !== stop.state && last.after.state === stop.state;
}

/** The whole script has been performed, and nothing of it is still under way. */
function isOpen(world: World): boolean {
  return world.nextAct === world.scenario.script.length && quiet(world);
}

/** The world in which A has opened the first connection to B and all is quiet, time 0, nothing on record. */
function establishedWorld(scenario: Scenario): World {
  const opening: Scenario = {
    ...EMPTY_SCENARIO,
    profile: scenario.profile,
    hosts: scenario.hosts,
    delay: scenario.delay,
    script: [
      { when: { type: 'quiet' }, action: { type: 'listen', host: 'B' } },
      { when: { type: 'quiet' }, action: { type: 'connect', host: 'A' } },
    ],
  };
  const opened = emptyWorld(opening, connectionsOf(scenario));
  while (!isOpen(opened) && advance(opened));
  const open = (id: HostId) => {
    const host = opened.hosts[id];
    const [first] = host.connections;
    return first === undefined ? host : { ...host, connections: placed(host.connections, 0, { ...first, tcb: rebased(first.tcb, opened.now) }) };
  };
  const hosts = { A: open('A'), B: open('B') };
  return { ...emptyWorld(scenario), hosts, due: { A: nextTimeout(hosts.A), B: nextTimeout(hosts.B) } };
}

/** The world in which a scenario begins. */
export function start(scenario: Scenario): World {
  return scenario.established ? establishedWorld(scenario) : emptyWorld(scenario);
}

/** Runs a scenario to its end: pure, and equal scenarios give equal traces. Never throws; times are ms. `before` is called before each thing that happens, with the world as it then is: to be forked, not changed. */
export function run(scenario: Scenario, before?: (world: World) => void): Trace {
  const world = start(scenario);
  const begin = endpointsOf(world);
  let ended: Trace['ended'] = 'bounded';
  while (world.moments.length < MOMENT_BOUND) {
    before?.(world);
    if (!advance(world)) {
      ended = scenario.stop?.type === 'at' && next(world) !== null ? 'stopped' : 'quiet';
      break;
    }
    if (stopped(world)) {
      ended = 'stopped';
      break;
    }
  }
  return traceOf(world, begin, ended);
}
