import { land } from './happen.ts';
import type { Action } from './scenario.ts';
import { perform } from './script.ts';
import type { Moment } from './trace.ts';
import { fork, type World } from './world.ts';

/** What would happen in this instant if the action were done now: the moments that it adds, a forged segment taken by its host. The world stays as it is. */
export function foresee(world: World, action: Action): readonly Moment[] {
  const tried = fork(world);
  perform(tried, action);
  const forged = action.type === 'inject' ? tried.flights.at(-1) : undefined;
  if (forged !== undefined) land(tried, forged);
  return tried.moments.slice(world.moments.length);
}
