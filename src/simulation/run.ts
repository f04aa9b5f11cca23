import { expire, happen, runningTimers, type DueTimer } from './host.ts';
import { rebased } from './rebase.ts';
import { act, nextActAt, quiet } from './script.ts';
import { EMPTY_SCENARIO, type Scenario } from './scenario.ts';
import type { Trace } from './trace.ts';
import { lose, releaseDue, releaseOvertaken } from './wire.ts';
import { emptyWorld, type WireEvent, type World } from './world.ts';

/** How many moments a run may have before it is cut off as `bounded`. */
export const MOMENT_BOUND = 5000;

function earliest<T extends { readonly at: number }>(events: readonly T[]): T | null {
  return events.reduce<T | null>((first, event) => (first === null || event.at < first.at ? event : first), null);
}

function onWire(world: World, event: WireEvent): void {
  world.wire.splice(world.wire.indexOf(event), 1);
  const flight = world.flights[event.flight];
  if (flight === undefined) return;
  if (event.kind === 'lost') return lose(world, flight.id);
  world.flights[flight.id] = { ...flight, fate: 'delivered' };
  happen(world, flight.to, { type: 'SEGMENT ARRIVES', segment: flight.segment }, flight.id);
}

/** When a `hold … until <time>` lets go, ms; null where none will. */
function holdEndsAt(world: World): number | null {
  const times = world.held.flatMap(({ fault: index }) => {
    const fault = world.scenario.faults[index];
    return fault?.type === 'hold' && fault.until?.type === 'at' ? [fault.until.ms] : [];
  });
  return times.length === 0 ? null : Math.min(...times);
}

/** What happens next, with its time: at the same time the wire goes first, then the script, then timers. */
function next(world: World): { readonly at: number; readonly go: () => void } | null {
  const wire = earliest(world.wire);
  const actAt = nextActAt(world);
  const timer = earliest<DueTimer>(runningTimers(world));
  const holdAt = holdEndsAt(world);
  const candidates = [
    ...(wire === null ? [] : [{ at: wire.at, go: () => onWire(world, wire) }]),
    ...(actAt === null ? [] : [{ at: actAt, go: () => act(world) }]),
    ...(holdAt === null ? [] : [{ at: Math.max(holdAt, world.now), go: () => void releaseDue(world) }]),
    ...(timer === null ? [] : [{ at: timer.at, go: () => expire(world, timer) }]),
  ];
  return earliest(candidates);
}

/** Lets one thing happen; false, and the world unchanged, where nothing more can or the scenario stops before it. */
export function advance(world: World): boolean {
  if (releaseDue(world)) return true;
  const due = next(world);
  const nothingFollows = world.wire.length === 0 && nextActAt(world) === null;
  if (nothingFollows && releaseOvertaken(world)) return true;
  const { stop } = world.scenario;
  if (due === null || (stop?.type === 'at' && due.at > stop.ms)) return false;
  world.now = due.at;
  due.go();
  return true;
}

/** Whether the last moment brought the host into the state that ends the run. */
function stopped(world: World): boolean {
  const { stop } = world.scenario;
  const last = world.moments.at(-1);
  if (stop?.type !== 'state' || last === undefined || !('after' in last)) return false;
  return last.host === stop.host && last.before.state !== stop.state && last.after.state === stop.state;
}

/** The whole script has been performed, and nothing of it is still under way. */
function isOpen(world: World): boolean {
  return world.nextAct === world.scenario.script.length && quiet(world);
}

/** The world in which A has connected to B and all is quiet, time 0, nothing on record. */
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
  const opened = emptyWorld(opening);
  while (!isOpen(opened) && advance(opened));
  const endpoints = { A: rebased(opened.endpoints.A, opened.now), B: rebased(opened.endpoints.B, opened.now) };
  return { ...emptyWorld(scenario), endpoints, issTaken: opened.issTaken };
}

/** The world in which a scenario begins. */
export function start(scenario: Scenario): World {
  return scenario.established ? establishedWorld(scenario) : emptyWorld(scenario);
}

/** Runs a scenario to its end: pure, and equal scenarios give equal traces. Never throws; times are ms. */
export function run(scenario: Scenario): Trace {
  const world = start(scenario);
  const begin = { ...world.endpoints };
  let ended: Trace['ended'] = 'bounded';
  while (world.moments.length < MOMENT_BOUND) {
    if (!advance(world)) {
      ended = scenario.stop?.type === 'at' && next(world) !== null ? 'stopped' : 'quiet';
      break;
    }
    if (stopped(world)) {
      ended = 'stopped';
      break;
    }
  }
  return {
    scenario,
    start: begin,
    moments: world.moments,
    flights: world.flights,
    end: world.endpoints,
    endedAt: world.now,
    ended,
    told: world.told,
    received: world.received,
    actsDone: world.nextAct,
  };
}
