import type { HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { journeys, knownFate } from './journey.ts';
import type { Remarkable } from './segment-remarks.ts';
import { segmentTable } from './segment-table.ts';
import { saidParts, type SaidParts, type Shown } from './shown.ts';
import type { Words } from './words.ts';

/** A segment that a figure shows, for the table beside it: no more than the drawing says. */
export interface FigureSegment extends Remarkable {
  /** Its place in `Trace.flights`. */
  readonly id: number;
  readonly from: HostId;
  readonly to: HostId;
  /** When it left, ms. */
  readonly time: number;
  readonly said: SaidParts;
}

/** The segments that have left by the figure's end, in the order of departure, with what is known of them by then. */
export function figureSegments(trace: Trace, words: Words, shown: Shown = {}): readonly FigureSegment[] {
  const { until = Infinity } = shown;
  const isPast = (moment: number | null) => moment !== null && moment < until;
  return segmentTable(trace).flatMap(({ id, from, to, time, port, transmission, origin, arrival, ecn }): readonly FigureSegment[] => {
    const journey = journeys(trace)[id];
    if (journey === undefined || !(isPast(journey.departed) || isPast(journey.appeared))) return [];
    const fate = knownFate(journey, until);
    return [{ id, from, to, time, port, transmission, origin, ecn, fate, arrival: fate === 'delivered' ? arrival : null, said: saidParts(journey.flight, shown, words) }];
  });
}
