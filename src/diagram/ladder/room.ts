import { HOST_IDS } from '../../simulation/scenario.ts';
import { reach } from './arrow.ts';
import type { Apart } from './axis.ts';
import { fallOf, type Course } from './course.ts';
import type { EventBlock } from './event.ts';
import type { Label } from './label.ts';
import type { Sheet } from './sheet.ts';
import type { Ticks } from './tick.ts';

/** Between what happens at one host, px. */
const BETWEEN_EVENTS = 6;

/** The room that the axis has to leave: between segments of one direction at both of their ends, for what happens at a host, and for each segment to go down. */
export function roomFor(courses: readonly Course[], labels: readonly Label[], blocks: readonly EventBlock[], ticks: Ticks, sheet: Sheet, isLong: (course: Course) => boolean): readonly Apart[] {
  const reaches = new Map(courses.map((course, at) => [course, reach(labels[at] ?? { above: [], below: [], width: 0 }, isLong(course))]));
  const beside = (above: Course, below: Course) => (reaches.get(above)?.under ?? 0) + (reaches.get(below)?.over ?? 0);
  return [
    ...courses.flatMap((course) => fallOf(course, sheet.slant)),
    ...HOST_IDS.flatMap((host) => {
      const leaving = courses.filter(({ journey: { flight } }) => flight.from === host);
      return [
        ...pairs(leaving.filter(({ journey: { flight } }) => flight.origin !== 'copy').toSorted((a, b) => a.from - b.from)).map(([a, b]) => ({ above: a.from, below: b.from, px: beside(a, b) })),
        ...pairs(arriving(leaving).toSorted((a, b) => a.to - b.to)).map(([a, b]) => ({ above: a.to, below: b.to, px: isLong(a.course) || isLong(b.course) ? 20 : beside(a.course, b.course) })),
        ...roomForEvents(blocks.filter((block) => block.host === host), leaving, arriving(courses.filter(({ journey: { flight } }) => flight.to === host)), ticks, sheet),
      ];
    }),
  ];
}

interface Arriving {
  readonly course: Course;
  readonly to: number;
}

function arriving(courses: readonly Course[]): readonly Arriving[] {
  return courses.flatMap((course) => (course.to === null || course.journey.arrived === null ? [] : [{ course, to: course.to }]));
}

/** Where there is no room beside the life lines, a block is a row: what leaves because of it leaves below it, and what comes later comes below it. */
function roomForEvents(blocks: readonly EventBlock[], leaving: readonly Course[], coming: readonly Arriving[], { ofMoment }: Ticks, { isNarrow }: Sheet): readonly Apart[] {
  const stacked = pairs(blocks).map(([a, b]) => ({ above: ofMoment[a.moment] ?? 0, below: ofMoment[b.moment] ?? 0, px: a.height + BETWEEN_EVENTS }));
  if (!isNarrow) return stacked;
  const others = [...leaving.map(({ from }) => from), ...coming.map(({ to }) => to)].sort((a, b) => b - a);
  const rows = blocks.flatMap((block): readonly Apart[] => {
    const above = ofMoment[block.moment] ?? 0;
    while ((others.at(-1) ?? Infinity) <= above) others.pop();
    const next = others.at(-1);
    return next === undefined ? [] : [{ above, below: next, px: block.height + 10 }];
  });
  return [...stacked, ...rows];
}

function pairs<T>(list: readonly T[]): readonly (readonly [T, T])[] {
  return list.slice(1).flatMap((below, at) => {
    const above = list[at];
    return above === undefined ? [] : [[above, below] as const];
  });
}
