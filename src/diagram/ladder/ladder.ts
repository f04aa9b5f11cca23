import type { HostId } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { State } from '../../tcp/state.ts';
import { shorten } from '../fold.ts';
import { hostName } from '../host-name.ts';
import { journeys, type Journey } from '../journey.ts';
import type { Words } from '../words.ts';
import { wayOf, restOf, tagAt, writtenAt, type Written } from './arrow.ts';
import { axisOf, type Apart, type Axis } from './axis.ts';
import { overlap, placed, type Box } from './box.ts';
import { sayBreak, sayClock } from './clock.ts';
import { coursesOf, type Course } from './course.ts';
import { placesOf, type Place } from './crossing.ts';
import { eventBlocks, type EventBlock } from './event.ts';
import { labelOf, type Label } from './label.ts';
import { roomFor } from './room.ts';
import { sheetOf, type Sheet } from './sheet.ts';
import { stateSpans, type StateSpan } from './state-bar.ts';
import { ticksOf, type Ticks } from './tick.ts';
import type { Point } from './way.ts';

/** A segment of a ladder. */
export interface Arrow {
  readonly journey: Journey;
  /** The place in `Trace.moments` of what brought it onto the wire, and of its arrival or loss; null: neither happens. */
  readonly since: number;
  readonly until: number | null;
  /** Its way, as far as it goes by the end of the trace, px; never upwards. */
  readonly way: readonly Point[];
  /** Where it would have arrived, for one that is lost on its way. */
  readonly rest: Point | null;
  readonly label: Written;
  /** What is written once more where it arrives after a long time. */
  readonly tag: Written | null;
}

/** What happens at a host, at its place: (x, y) is the corner next to the life line. */
export interface Event extends EventBlock {
  readonly x: number;
  readonly y: number;
}

/** A time that is drawn shorter than it is. */
export interface Broken {
  readonly ms: number;
  readonly text: string;
  /** The middle of the mark. */
  readonly y: number;
  /** The place in `Trace.moments` of what ends it. */
  readonly moment: number;
}

/** A trace as a drawing in which down is time: what stands where, px. The same for every moment that is on view. */
export interface Ladder {
  readonly sheet: Sheet;
  readonly height: number;
  /** Where the life lines begin and end. */
  readonly top: number;
  readonly bottom: number;
  readonly names: Readonly<Record<HostId, string>>;
  /** Where the present is, by how many moments have happened. */
  readonly nows: readonly number[];
  readonly clocks: readonly { readonly y: number; readonly text: string; readonly moment: number }[];
  readonly breaks: readonly Broken[];
  readonly states: readonly (StateSpan & { readonly y1: number; readonly y2: number })[];
  /** The state that all endpoints of a host begin in; null where they differ. */
  readonly begins: Readonly<Record<HostId, State | null>>;
  readonly events: readonly Event[];
  readonly arrows: readonly Arrow[];
}

const TOP = 66;
/** Where the mark of a broken time stands: so far above what ends it, px. */
const ABOVE_NEXT = 38;
const CLOCK_APART = 14;
const REPAIRS = 16;
/** Where the middle of an arrow may be, as shares of its way: beside what happens at its hosts, where that stands between the life lines. */
const MIDDLES = [0.5, 0.64, 0.36] as const;
/** How far a text gives way to another at once, px. */
const PUSH = 14;

interface Draft {
  readonly axis: Axis;
  readonly end: number;
  readonly arrows: readonly Arrow[];
  readonly events: readonly Event[];
  readonly breaks: readonly Broken[];
}

/** The ladder of the trace on a sheet of so many px, with the messages of a language. */
export function ladderOf(trace: Trace, available: number, words: Words): Ladder {
  const sheet = sheetOf(available);
  const ticks = ticksOf(trace);
  const courses = coursesOf(trace, journeys(trace), ticks);
  const isLong = ({ lasts, waits }: Course) => lasts > 2.2 * trace.scenario.delay || waits.some(({ gone }) => gone === null);
  const places = placesOf(courses, ticks, isLong);
  const placeOf = ({ journey: { flight }, end, share, waits }: Course) => places.get(flight.id) ?? (end - share < 1 || waits.length > 0 ? 'start' : 'middle');
  const copied = new Set(trace.flights.map(({ copyOf }) => copyOf));
  const labels = courses.map((course) => labelOf(trace, course.journey, copied.has(course.journey.flight.id), roomOf(placeOf(course), places.has(course.journey.flight.id), sheet), words));
  const blocks = eventBlocks(trace, sheet.gutter, words);
  const apart: Apart[] = [...roomFor(courses, labels, blocks, ticks, sheet, isLong)];
  const scale = sheet.slant / trace.scenario.delay;

  const attempt = (): Draft => {
    const axis = axisOf(ticks.all, apart, scale, TOP);
    const end = endOf(trace, axis, scale, sheet);
    const events = blocks.map((block): Event => ({ ...block, ...cornerOf(block, axis, ticks, sheet) }));
    const rows = sheet.isNarrow ? events.map((event) => placed(boxOfEvent(event, sheet))) : [];
    const isFree = ({ box }: Written) => {
      const text = placed(box);
      return !rows.some((row) => overlap(row, text));
    };
    const ways: (readonly Point[])[] = [];
    const arrows = courses.map((course, at): Arrow => {
      const { journey } = course;
      const way = wayOf(course, axis, sheet, end, ways[journey.flight.copyOf ?? -1]);
      ways[journey.flight.id] = way;
      const place = placeOf(course);
      const written = (middle: number) => writtenAt(labels[at] ?? NOTHING, place, journey.flight.from, way, middle);
      const label = (place === 'middle' ? MIDDLES : []).map(written).find(isFree) ?? written(0.5);
      const tag = journey.arrived !== null && isLong(course) ? tagAt(label, journey.flight.from, way) : null;
      return { journey, since: journey.departed ?? journey.appeared ?? 0, until: journey.arrived ?? journey.lost, way, rest: journey.lost === null ? null : restOf(course, way, sheet), label, tag };
    });
    const breaks = axis.breaks.map(({ below, ms }): Broken => ({ ms, text: sayBreak(ms, words), y: (axis.y[below] ?? 0) - ABOVE_NEXT, moment: ticks.all[below]?.moment ?? 0 }));
    return { axis, end, arrows, events, breaks };
  };

  let draft = attempt();
  for (let repair = 0; repair < REPAIRS; repair += 1) {
    const needed = collisions(draft, courses, ticks, sheet);
    if (needed.length === 0) break;
    for (const one of needed) apart.push(one);
    draft = attempt();
  }
  return { sheet, ...finished(trace, draft, ticks, sheet, words) };
}

/** How wide a label may be, px: where segments cross, each side has its half. */
function roomOf(place: Place, isShared: boolean, { lane }: Sheet): number {
  if (place === 'before') return lane * 0.72 - 24;
  return isShared ? lane / 2 - 14 : lane * (place === 'middle' ? 0.76 : 0.86);
}

const NOTHING: Label = { above: [], below: [], width: 0 };

function endOf(trace: Trace, { y }: Axis, scale: number, { slant }: Sheet): number {
  const last = y.at(-1) ?? TOP;
  const later = trace.flights.reduce((ms, { arrivesAt }) => Math.max(ms, (arrivesAt ?? 0) - trace.endedAt), 0);
  return last + Math.min(Math.max(28, later * scale), 1.5 * slant);
}

function cornerOf({ host, moment }: EventBlock, { y }: Axis, { ofMoment }: Ticks, { life, isNarrow }: Sheet): Point {
  const here = y[ofMoment[moment] ?? 0] ?? TOP;
  const away = host === 'A' ? -1 : 1;
  return isNarrow ? { x: life[host] - away * 9, y: here + 6 } : { x: life[host] + away * 15, y: here - 10 };
}

/** The room that an event takes. */
export function boxOfEvent({ host, x, y, width, height }: Event, { isNarrow }: Sheet): Box {
  const isLeft = (host === 'A') !== isNarrow;
  return { x, y, angle: 0, left: isLeft ? -width : 0, right: isLeft ? 0 : width, top: 0, bottom: height };
}

/** The room that the words of a break take. */
export function boxOfBreak({ y }: Broken, { life, lane }: Sheet): Box {
  return { x: life.A + lane / 2, y, angle: 0, left: -44, right: 44, top: -11, bottom: 11 };
}

/** Every text of a draft with the point of the axis that it hangs on, pair by pair where two have room in common: how far the lower one has to go down. */
function collisions({ axis, arrows, events, breaks }: Draft, courses: readonly Course[], { ofMoment }: Ticks, sheet: Sheet): readonly Apart[] {
  const found: Apart[] = [];
  const texts = [
    ...arrows.flatMap(({ label, tag }, at) => {
      const { from, to } = courses[at] ?? { from: 0, to: 0 };
      return [{ box: label.box, tick: from }, ...(tag === null ? [] : [{ box: tag.box, tick: to ?? from }])];
    }),
    ...events.map((event) => ({ box: boxOfEvent(event, sheet), tick: ofMoment[event.moment] ?? 0 })),
    ...breaks.map((one) => ({ box: boxOfBreak(one, sheet), tick: ofMoment[one.moment] ?? 0 })),
  ]
    .map(({ box, tick }) => ({ ...placed(box), tick }))
    .sort((a, b) => a.top - b.top);
  for (const [at, one] of texts.entries()) {
    for (let next = at + 1; next < texts.length; next += 1) {
      const other = texts[next];
      if (other === undefined || other.top >= one.bottom) break;
      if (other.tick === one.tick || !overlap(one, other)) continue;
      const [above, below] = one.tick < other.tick ? [one.tick, other.tick] : [other.tick, one.tick];
      found.push({ above, below, px: (axis.y[below] ?? 0) - (axis.y[above] ?? 0) + Math.min(PUSH, one.bottom - other.top) + 2 });
    }
  }
  return found;
}

function finished(trace: Trace, { axis, end, arrows, events, breaks }: Draft, ticks: Ticks, sheet: Sheet, words: Words): Omit<Ladder, 'sheet'> {
  const lowest = Math.max(end, ...events.map(({ y, height }) => y + height), ...arrows.map(({ label }) => placed(label.box).bottom));
  const yOf = (moment: number | null) => (moment === null ? null : (axis.y[ticks.ofMoment[moment] ?? -1] ?? null));
  const states = stateSpans(trace).map((span) => ({ ...span, y1: yOf(span.from) ?? TOP - 14, y2: yOf(span.until) ?? lowest }));
  const begin = (host: HostId) => {
    const first = new Set(trace.connections.map(({ start }) => start[host].state));
    return first.size === 1 ? ([...first][0] ?? null) : null;
  };
  return {
    height: Math.ceil(lowest + 14),
    top: TOP - 14,
    bottom: lowest,
    names: { A: shorten(hostName(trace, 'A', words), 10), B: shorten(hostName(trace, 'B', words), 10) },
    nows: nowsOf(trace, axis, ticks, sheet.isNarrow ? events : []),
    clocks: clocksOf(axis, ticks, words),
    breaks,
    states,
    begins: { A: begin('A'), B: begin('B') },
    events,
    arrows,
  };
}

/** The present stands below what the last moment brought, unless the next one comes before that. */
function nowsOf({ moments }: Trace, { y }: Axis, { ofMoment }: Ticks, rows: readonly Event[]): readonly number[] {
  const bottoms = new Map(rows.map((row) => [row.moment, row.y + row.height + 3]));
  return [
    TOP - 14,
    ...moments.map(({ index }) => {
      const next = ofMoment[index + 1] ?? y.length;
      const here = y[next - 1] ?? TOP;
      return Math.max(here, Math.min(bottoms.get(index) ?? here, y[next] ?? Infinity));
    }),
  ];
}

function clocksOf({ y }: Axis, { all }: Ticks, words: Words): Ladder['clocks'] {
  const clocks: { y: number; text: string; moment: number }[] = [];
  for (const [index, { at, moment }] of all.entries()) {
    const here = y[index] ?? 0;
    const last = clocks.at(-1);
    if (at === all[index - 1]?.at || (last !== undefined && here - last.y < CLOCK_APART)) continue;
    clocks.push({ y: here, text: sayClock(at, words), moment });
  }
  return clocks;
}
