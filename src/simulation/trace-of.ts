import type { Trace, TraceConnection } from './trace.ts';
import { endpointOf, type World } from './world.ts';

type Endpoints = TraceConnection['start'];

function endpoints(world: World, connection: number): Endpoints {
  return { A: endpointOf(world, 'A', connection), B: endpointOf(world, 'B', connection) };
}

/** Both endpoints of each connection as they are now. */
export function endpointsOf(world: World): readonly Endpoints[] {
  return world.connections.map((_ports, connection) => endpoints(world, connection));
}

/** The run so far as a trace; `begin`: the endpoints of each connection before its first moment. */
export function traceOf(world: World, begin: readonly Endpoints[], ended: Trace['ended']): Trace {
  const connections = world.connections.map((ports, at): TraceConnection => ({ ...ports, start: begin[at] ?? endpoints(world, at), end: endpoints(world, at) }));
  return {
    scenario: world.scenario,
    connections,
    start: begin[0] ?? endpoints(world, 0),
    moments: world.moments,
    flights: world.flights,
    end: endpoints(world, 0),
    endedAt: world.now,
    ended,
    told: world.told,
    received: world.received,
    actsDone: world.nextAct,
    undone: world.interventions,
  };
}
