import { journeys, knownFate, type Journey } from '../diagram/journey.ts';
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

function journeyOf(trace: Trace, { id }: Flight): Journey {
  const found = journeys(trace)[id];
  if (found === undefined) throw new Error(`The run has no flight ${String(id)}`);
  return found;
}

/** How many moments have to be shown for the flight to have left, 1 or more. */
export function shownWhenSent(trace: Trace, flight: Flight): number {
  const { departed, appeared, held, lost, arrived } = journeyOf(trace, flight);
  return 1 + Math.min(...[departed, appeared, held, lost, arrived].map((moment) => moment ?? Infinity));
}

/** How many moments have to be shown for the flight to be seen lost; null where it never is. */
export function shownWhenLost(trace: Trace, flight: Flight): number | null {
  const { lost } = journeyOf(trace, flight);
  return lost === null ? null : lost + 1;
}

/** What a reader who has seen the first `shown` moments knows of a flight: no more than has happened by then. */
export function fateAfter(trace: Trace, flight: Flight, shown: number): Flight['fate'] | 'future' {
  return shownWhenSent(trace, flight) > shown ? 'future' : knownFate(journeyOf(trace, flight), shown);
}

/** The flight that a reader who has seen the first `shown` moments would call the newest; absent before the first one left. */
export function newestFlight({ moments, flights }: Trace, shown: number): Flight | undefined {
  for (let index = Math.min(shown, moments.length) - 1; index >= 0; index -= 1) {
    const moment = moments[index];
    const id = moment === undefined ? undefined : flightsOf(moment).findLast((one) => (flights[one]?.turn ?? 0) > 0);
    if (id !== undefined) return flights[id];
  }
  return undefined;
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
