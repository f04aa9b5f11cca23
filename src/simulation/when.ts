import { placeNamed } from './connections.ts';
import type { When } from './scenario.ts';
import { endpointOf, type World } from './world.ts';

/** Whether the host is in the state, on the connection that is meant. */
export function isIn(world: World, { host, state, on }: Extract<When, { type: 'state' }>): boolean {
  return endpointOf(world, host, placeNamed(world.connections, on)).state === state;
}
