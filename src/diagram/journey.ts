import type { Flight, Trace } from '../simulation/trace.ts';

/** The moments of a flight, as places in `Trace.moments`; null where there is no such moment. */
export interface Journey {
  readonly flight: Flight;
  /** When its host sent it; null for copies and injected segments. */
  readonly departed: number | null;
  /** When it reached its destination. */
  readonly arrived: number | null;
  /** When the network lost it. */
  readonly lost: number | null;
  /** When the network began to hold it. */
  readonly held: number | null;
  /** When it appeared on the wire: injected or copied. */
  readonly appeared: number | null;
  /** When the network held it and let it go again, in order. */
  readonly stops: readonly number[];
}

const known = new WeakMap<Trace, readonly Journey[]>();

/** The journey of every flight of the trace, at the flight's own place; looked for once. */
export function journeys(trace: Trace): readonly Journey[] {
  const found = known.get(trace) ?? journeysIn(trace);
  known.set(trace, found);
  return found;
}

function journeysIn(trace: Trace): readonly Journey[] {
  const found = trace.flights.map((flight) => ({
    flight,
    departed: null as number | null,
    arrived: null as number | null,
    lost: null as number | null,
    held: null as number | null,
    appeared: null as number | null,
    stops: [] as number[],
  }));
  for (const moment of trace.moments) {
    if (moment.kind === 'crash') continue;
    if (moment.kind === 'endpoint') {
      for (const id of moment.sent) Object.assign(found[id] ?? {}, { departed: moment.index });
      if (moment.arrived !== null) Object.assign(found[moment.arrived] ?? {}, { arrived: moment.index });
    } else {
      const part = APPEARS[moment.kind];
      if (part !== null) Object.assign(found[moment.flight] ?? {}, { [part]: moment.index });
      if (moment.kind === 'held' || moment.kind === 'released') found[moment.flight]?.stops.push(moment.index);
    }
  }
  return found;
}

const APPEARS = { lost: 'lost', held: 'held', injected: 'appeared', copied: 'appeared', released: null, marked: null } as const;

/** What is known of a flight that has left, after the first `shown` moments: no more than has happened by then. */
export function knownFate({ arrived, lost, stops }: Journey, shown: number): Flight['fate'] {
  const isPast = (moment: number | null) => moment !== null && moment < shown;
  if (isPast(arrived)) return 'delivered';
  if (isPast(lost)) return 'lost';
  return stops.filter(isPast).length % 2 === 1 ? 'held' : 'in flight';
}
