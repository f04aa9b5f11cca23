import type { Trace } from '../../simulation/trace.ts';

/** One point of the time axis; what happens at the same time has several, in the order in which it happened. */
export interface Tick {
  /** ms. */
  readonly at: number;
  /** The place in `Trace.moments` of what it belongs to. */
  readonly moment: number;
}

/** The points of a trace's time axis, from above to below. */
export interface Ticks {
  readonly all: readonly Tick[];
  /** Of each moment, its own point. */
  readonly ofMoment: readonly number[];
  /** Of each flight that a host sent, the point of its departure: below the moment that sent it. */
  readonly ofDeparture: ReadonlyMap<number, number>;
}

/** The points of the trace's time axis: one for each moment, then one for each segment that it sends. */
export function ticksOf({ moments }: Trace): Ticks {
  const all: Tick[] = [];
  const ofMoment: number[] = [];
  const ofDeparture = new Map<number, number>();
  for (const moment of moments) {
    const { at, index } = moment;
    ofMoment.push(all.length);
    all.push({ at, moment: index });
    if (moment.kind !== 'endpoint') continue;
    for (const flight of moment.sent) {
      ofDeparture.set(flight, all.length);
      all.push({ at, moment: index });
    }
  }
  return { all, ofMoment, ofDeparture };
}
