import { journeys, type Journey } from '../../diagram/journey.ts';
import { relativeNumbers, type RelativeNumbers } from '../../diagram/relative-numbers.ts';
import { segmentTable, type SegmentRow } from '../../diagram/segment-table.ts';
import type { Trace } from '../../simulation/trace.ts';
import { shownWhenSent } from '../at-moment.ts';

/** A segment of the table, with all that a place in time needs to know of it. */
export interface ViewSegment {
  readonly row: SegmentRow;
  readonly relative: RelativeNumbers;
  readonly journey: Journey;
  /** How many moments have to be shown for it to have left, 1 or more. */
  readonly left: number;
}

/** The segments of a run in the order of departure. */
export function viewSegments(trace: Trace): readonly ViewSegment[] {
  const ways = journeys(trace);
  const relative = relativeNumbers(trace);
  return segmentTable(trace).flatMap((row): readonly ViewSegment[] => {
    const [journey, numbers] = [ways[row.id], relative[row.id]];
    return journey === undefined || numbers === undefined ? [] : [{ row, relative: numbers, journey, left: shownWhenSent(trace, journey.flight) }];
  });
}
