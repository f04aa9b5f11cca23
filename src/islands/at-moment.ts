import { nameOf } from '../simulation/named.ts';
import { HOST_IDS, type HostId } from '../simulation/scenario.ts';
import { stateAfter } from '../simulation/state-after.ts';
import type { Flight, Moment, Trace } from '../simulation/trace.ts';
import type { State } from '../tcp/state.ts';

/** The state of a host's endpoint after some moments, and the state it has just left; null where the last moment did not change it. */
export interface EndpointNow {
  readonly host: HostId;
  /** The port that names its connection; null where the trace has one. */
  readonly port: number | null;
  readonly state: State;
  readonly left: State | null;
}

/** Every endpoint after the first `shown` moments of the trace, A's first. */
export function endpointsAfter(trace: Trace, shown: number): readonly EndpointNow[] {
  return HOST_IDS.flatMap((host) =>
    trace.connections.map((_connection, at) => {
      const state = stateAfter(trace, host, shown, at);
      const before = stateAfter(trace, host, shown - 1, at);
      return { host, port: nameOf(trace, at), state, left: before === state ? null : before };
    }),
  );
}

/** How many moments have to be shown for the flight to have left, 1 or more. */
export function shownWhenSent(trace: Trace, flight: Flight): number {
  return 1 + trace.moments.findIndex((moment) => flightsOf(moment).includes(flight.id));
}

/** How many moments have to be shown for the flight to be seen lost; null where it never is. */
export function shownWhenLost(trace: Trace, flight: Flight): number | null {
  const index = trace.moments.findIndex((moment) => moment.kind === 'lost' && moment.flight === flight.id);
  return index < 0 ? null : index + 1;
}

/** What a reader who has seen the first `shown` moments knows of a flight: no more than has happened by then. */
export function fateAfter(trace: Trace, flight: Flight, shown: number): Flight['fate'] | 'future' {
  if (shownWhenSent(trace, flight) > shown) return 'future';
  const decided = trace.moments.findIndex((moment) => settles(moment, flight));
  return decided < 0 || decided < shown ? flight.fate : 'in flight';
}

/** Whether the moment brings the flight to where it is at the end of the run. */
function settles(moment: Moment, { id, fate }: Flight): boolean {
  switch (fate) {
    case 'delivered':
      return moment.kind === 'endpoint' && moment.arrived === id;
    case 'lost':
    case 'held':
      return moment.kind === fate && moment.flight === id;
    case 'in flight':
      return false;
  }
}

/** The flight that a reader who has seen the first `shown` moments would call the newest; absent before the first one left. */
export function newestFlight(trace: Trace, shown: number): Flight | undefined {
  const ids = trace.moments.slice(0, shown).flatMap(flightsOf);
  const id = ids.findLast((one) => (trace.flights[one]?.turn ?? 0) > 0);
  return id === undefined ? undefined : trace.flights[id];
}

/** The flights that a moment is about, other than the one that arrived. */
function flightsOf(moment: Moment): readonly number[] {
  switch (moment.kind) {
    case 'endpoint':
      return moment.sent;
    case 'crash':
      return [];
    default:
      return [moment.flight];
  }
}
