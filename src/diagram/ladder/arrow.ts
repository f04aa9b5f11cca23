import type { Axis } from './axis.ts';
import type { Box } from './box.ts';
import type { Course } from './course.ts';
import type { Place } from './crossing.ts';
import { LETTER, widthOf, type Label } from './label.ts';
import { across, direction, type Sheet } from './sheet.ts';
import { pointAt, type Point } from './way.ts';

/** How a text stands at its point. */
export type Anchor = 'start' | 'middle' | 'end';

/** A text at its place: `above` and `below` the line through its point. */
export interface Written extends Label {
  readonly box: Box;
  readonly anchor: Anchor;
  /** For a text beside the beginning of a steep arrow, all its lines below each other: how far each starts to the right of the one before, px; null: along its arrow. */
  readonly indent: number | null;
}

/** How high a line of a label is, px. */
export const LINE_HEIGHT = 14;

/** How far a label reaches over and under its arrow, px. */
export function reach({ above, below }: Label, isLong: boolean): { readonly over: number; readonly under: number } {
  if (isLong) return { over: 9, under: (above.length + below.length) * LINE_HEIGHT + 2 };
  return { over: above.length * LINE_HEIGHT + 5, under: below.length === 0 ? 5 : below.length * LINE_HEIGHT + 5 };
}

/** The way of a flight, as far as it goes by the end of the trace; `original`: the way of the one that it copies. */
export function wayOf(course: Course, axis: Axis, sheet: Sheet, end: number, original: readonly Point[] | undefined): readonly Point[] {
  const { journey: { flight }, from, to, share, waits } = course;
  const at = (tick: number) => axis.y[tick] ?? end;
  const start = at(from);
  const way: Point[] = [{ x: original === undefined ? across(sheet, flight.from, share) : pointAt(original, start).x, y: start }];
  for (const wait of waits) {
    const reached = wait.isAhead ? start + (wait.share - share) * sheet.slant : at(wait.held);
    const going = wait.gone === null ? end : wait.gone === to && course.end > wait.share ? at(wait.gone) - (course.end - wait.share) * sheet.slant * 0.7 : at(wait.gone);
    if (going <= reached) continue;
    const x = across(sheet, flight.from, wait.share);
    way.push({ x, y: reached }, { x, y: going });
  }
  if (to !== null) way.push({ x: across(sheet, flight.from, course.end), y: at(to) });
  else if (waits.at(-1)?.gone !== null) way.push({ x: across(sheet, flight.from, 1), y: end });
  return way;
}

/** Where a segment was heading when it was lost, in the same direction to its destination. */
export function restOf({ journey: { flight }, end }: Course, way: readonly Point[], sheet: Sheet): Point | null {
  const last = way.at(-1);
  const before = way.at(-2);
  if (end === 1 || last === undefined || before === undefined || last.x === before.x) return null;
  const x = across(sheet, flight.from, 1);
  return { x, y: last.y + ((last.y - before.y) * (x - last.x)) / (last.x - before.x) };
}

const STEEP = 38;

/** The label at its place: along the arrow, or beside its beginning where the arrow is steep; `middle`: which share of the way counts as its middle. */
export function writtenAt(label: Label, place: Place, from: Course['journey']['flight']['from'], way: readonly Point[], middle: number): Written {
  const dir = direction(from);
  const [start = NOWHERE, next = start] = way;
  if (place === 'before') return beside(label, { x: start.x - dir * 12, y: start.y }, dir === 1 ? 'end' : 'start', 0);
  const far = Math.abs(next.x - start.x);
  const degrees = (Math.atan2(next.y - start.y, far) * 180) / Math.PI;
  if (far === 0 || degrees > STEEP) return beside(label, { x: start.x + dir * 16, y: start.y }, dir === 1 ? 'start' : 'end', (dir * LINE_HEIGHT * far) / (next.y - start.y || LINE_HEIGHT));
  const off = place === 'middle' ? Math.max(label.width / 2 + 8, Math.min(far * middle, far - label.width / 2 - 12)) : label.above.length === 0 ? 36 : 16;
  const point = { x: start.x + dir * off, y: start.y + ((next.y - start.y) * off) / far };
  const anchor: Anchor = place === 'middle' ? 'middle' : dir === 1 ? 'start' : 'end';
  return { ...label, box: { ...point, angle: dir * degrees, ...sides(anchor, label.width), ...heights(label) }, anchor, indent: null };
}

const NOWHERE: Point = { x: 0, y: 0 };

function beside(label: Label, point: Point, anchor: Anchor, indent: number): Written {
  const lines = label.above.length + label.below.length;
  const { left, right } = sides(anchor, label.width);
  const farthest = indent * (lines - 1);
  return { ...label, box: { ...point, angle: 0, left: Math.min(left, left + farthest), right: Math.max(right, right + farthest), top: -7, bottom: lines * LINE_HEIGHT - 6 }, anchor, indent };
}

/** The control bits once more where a segment arrives that was long under way. */
export function tagAt(label: Label, from: Course['journey']['flight']['from'], way: readonly Point[]): Written {
  const flags = [...label.above, ...label.below][0]?.slice(0, 1) ?? [];
  const dir = direction(from);
  const anchor: Anchor = dir === 1 ? 'end' : 'start';
  const [before = NOWHERE, end = before] = way.slice(-2);
  const isSteep = end.y - before.y > Math.abs(end.x - before.x) / 2;
  const width = widthOf(flags);
  return { above: [flags], below: [], width, box: { x: end.x - dir * 18, y: end.y - (isSteep ? 5 : 15), angle: 0, ...sides(anchor, width), top: -7, bottom: 8 }, anchor, indent: 0 };
}

function sides(anchor: Anchor, width: number): { readonly left: number; readonly right: number } {
  if (anchor === 'middle') return { left: -width / 2, right: width / 2 };
  return anchor === 'start' ? { left: 0, right: width } : { left: -width, right: 0 };
}

function heights({ above, below }: Label): { readonly top: number; readonly bottom: number } {
  return { top: above.length === 0 ? 2 : -above.length * LINE_HEIGHT - 2, bottom: below.length === 0 ? -2 : below.length * LETTER + 6 };
}
