import { advance, start } from '../../simulation/run.ts';
import type { Trace } from '../../simulation/trace.ts';
import { fork, type World } from '../../simulation/world.ts';

/** How many moments lie between two worlds that are kept. */
const STRIDE = 64;

const kept = new WeakMap<Trace, World[]>();

/** Runs the world on until it has so many moments, or no more come. */
function reached(world: World, moments: number): World {
  while (world.moments.length < moments && advance(world));
  return world;
}

/**
 * The run as it stands after its first `shown` moments; where one event made several moments, after all of these.
 * Worlds on the way are kept, so that any moment is near one: fork it before anything happens to it.
 */
export function worldAt(trace: Trace, shown: number): World {
  const worlds = kept.get(trace) ?? [start(trace.scenario)];
  kept.set(trace, worlds);
  for (let last = worlds.at(-1); last !== undefined && last.moments.length + STRIDE <= shown; last = worlds.at(-1)) {
    const next = reached(fork(last), last.moments.length + STRIDE);
    if (next.moments.length === last.moments.length) break;
    worlds.push(next);
  }
  const from = worlds.findLast((world) => world.moments.length <= shown);
  return reached(fork(from ?? start(trace.scenario)), shown);
}
