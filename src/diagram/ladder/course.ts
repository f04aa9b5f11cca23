import type { Trace } from '../../simulation/trace.ts';
import type { Journey } from '../journey.ts';
import type { Apart } from './axis.ts';
import type { Ticks } from './tick.ts';

/** A time that a flight waits on the wire. */
export interface Wait {
  /** The point of the axis at which the wire begins to hold it. */
  readonly held: number;
  /** The point at which it goes on; null where it never does. */
  readonly gone: number | null;
  /** Where: its share of the way. */
  readonly share: number;
  /** Whether it was held as it left, and so has its way to there still before it. */
  readonly isAhead: boolean;
}

/** What a flight does, on the points of the time axis. */
export interface Course {
  readonly journey: Journey;
  /** The point at which it begins. */
  readonly from: number;
  /** Its share of the way there; 0: at the host. */
  readonly share: number;
  /** The point at which it arrives or is lost; null where neither happens. */
  readonly to: number | null;
  /** Its share of the way there; 1: at its destination. */
  readonly end: number;
  readonly waits: readonly Wait[];
  /** ms from its beginning to its end. */
  readonly lasts: number;
}

const NEAR = 0.12;
const FAR = 0.88;
/** Where a segment is held that was to be held before it left. */
const AHEAD = 0.6;

/** The course of every flight of the trace that is on record, by the flight's id. */
export function coursesOf(trace: Trace, all: readonly Journey[], ticks: Ticks): readonly Course[] {
  return all.flatMap((journey) => courseOf(trace, journey, ticks) ?? []);
}

function courseOf(trace: Trace, journey: Journey, ticks: Ticks): Course | null {
  const { flight, departed, appeared, arrived, lost, stops } = journey;
  const from = departed === null ? ticks.ofMoment[appeared ?? -1] : ticks.ofDeparture.get(flight.id);
  const beginning = trace.moments[departed ?? appeared ?? -1];
  if (from === undefined || beginning === undefined) return null;
  const shareAt = (moment: number) => ((trace.moments[moment]?.at ?? 0) - flight.sentAt) / trace.scenario.delay;
  const clamped = (share: number, least: number) => Math.min(FAR, Math.max(least, share));
  const share = flight.origin === 'injected' ? 0.72 : flight.origin === 'copy' ? clamped(shareAt(beginning.index), NEAR) : 0;
  const ending = arrived ?? lost;
  const waits: Wait[] = [];
  for (const [index, stop] of stops.entries()) {
    const held = trace.moments[stop];
    if (held?.kind !== 'held') continue;
    const next = stops[index + 1] ?? ending;
    const goneAt = next === null ? Infinity : (trace.moments[next]?.at ?? 0);
    const isAhead = held.at <= beginning.at && waits.length === 0;
    // Let go before it got there, it never waited.
    if (goneAt <= held.at + (isAhead ? AHEAD * trace.scenario.delay : 0) && next !== ending) continue;
    waits.push({
      held: ticks.ofMoment[stop] ?? from,
      gone: next === null ? null : (ticks.ofMoment[next] ?? null),
      share: isAhead ? Math.max(AHEAD, share) : clamped(shareAt(stop), (waits.at(-1)?.share ?? share) + NEAR),
      isAhead,
    });
  }
  const reached = waits.at(-1)?.share ?? share;
  return {
    journey,
    from,
    share,
    to: ending === null ? null : (ticks.ofMoment[ending] ?? null),
    end: arrived === null && lost !== null ? (waits.length > 0 && stops.at(-1) === heldLast(trace, stops) ? reached : clamped(shareAt(lost), Math.max(0.3, reached + NEAR))) : 1,
    waits,
    lasts: ending === null ? Infinity : (trace.moments[ending]?.at ?? beginning.at) - beginning.at,
  };
}

function heldLast(trace: Trace, stops: readonly number[]): number | undefined {
  return stops.findLast((stop) => trace.moments[stop]?.kind === 'held');
}

/** The room that a course needs to be seen to go down, even where all of it happens at one instant. */
export function fallOf(course: Course, slant: number): readonly Apart[] {
  const { from, to, share, end, waits } = course;
  const falls: Apart[] = [];
  let above = from;
  let here = share;
  for (const { held, gone, share: there, isAhead } of waits) {
    if (!isAhead) falls.push({ above, below: held, px: (there - here) * slant });
    if (gone === null) return falls;
    if (isAhead && gone === to) falls.push({ above, below: gone, px: (1 - here) * slant });
    above = gone === to ? held : gone;
    here = there;
  }
  if (to !== null) falls.push({ above, below: to, px: Math.max(12, (end - here) * slant * 0.8) });
  return falls;
}
