import { advance, run } from '../simulation/run.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { fork, type World } from '../simulation/world.ts';

/** How many moments lie between two worlds that are kept. */
const STRIDE = 16;

const kept = new WeakMap<Trace, readonly World[]>();

/** Runs a scenario, and keeps worlds on the way, so that any moment of the run is near one. */
export function runKept(scenario: Scenario): Trace {
  const worlds: World[] = [];
  const trace = run(scenario, (world) => {
    if (world.moments.length >= worlds.length * STRIDE) worlds.push(fork(world));
  });
  kept.set(trace, worlds);
  return trace;
}

/** The run as it stands after its first `shown` moments; where one event made several moments, after all of these. Fork it before anything happens to it. */
export function worldAt(trace: Trace, shown: number): World {
  const from = (kept.get(trace) ?? kept.get(runKept(trace.scenario)))?.findLast(({ moments }) => moments.length <= shown);
  if (from === undefined) throw new Error('A run begins before its first moment');
  const world = fork(from);
  while (world.moments.length < shown && advance(world));
  return world;
}
