import { boxOfBreak, boxOfEvent, type Arrow, type Ladder } from './ladder.ts';
import { wayTo, type Point } from './way.ts';
import type { Box } from './box.ts';

/** What a pointer meant: a segment by the id of its flight, or a place in time by how many moments have happened. */
export type Hit = { readonly flight: number } | { readonly shown: number };

const NEAR = 24;

/** What stands nearest to the point of those things that `shown` moments have brought onto the ladder; null where nothing is near. */
export function hitAt(ladder: Ladder, shown: number, point: Point): Hit | null {
  const { sheet } = ladder;
  if (point.x <= sheet.clock + 4) return { shown: nearestNow(ladder, point.y) };
  const event = ladder.events.find((one) => one.moment < shown && distanceTo(boxOfEvent(one, sheet), point) === 0);
  if (event !== undefined) return { shown: event.moment + 1 };
  const now = ladder.nows[shown] ?? ladder.bottom;
  const nearest = ladder.arrows.reduce<{ readonly flight: number | null; readonly px: number }>(
    (best, arrow) => {
      const px = arrow.since < shown ? distance(arrow, now, point) : Infinity;
      return px < best.px ? { flight: arrow.journey.flight.id, px } : best;
    },
    { flight: null, px: NEAR },
  );
  if (nearest.flight !== null) return { flight: nearest.flight };
  const near = ladder.events.find((one) => one.moment < shown && distanceTo(boxOfEvent(one, sheet), point) < NEAR / 2);
  if (near !== undefined) return { shown: near.moment + 1 };
  const broken = ladder.breaks.find((one) => one.moment < shown && distanceTo(boxOfBreak(one, sheet), point) === 0);
  return broken === undefined ? null : { shown: broken.moment + 1 };
}

function nearestNow({ nows }: Ladder, y: number): number {
  const far = nows.map((now) => Math.abs(now - y));
  return far.lastIndexOf(Math.min(...far));
}

function distance({ way, label }: Arrow, now: number, point: Point): number {
  const last = way.at(-1);
  const drawn = last !== undefined && last.y <= now ? way : wayTo(way, now);
  const legs = drawn.slice(1).map((to, at) => toLeg(point, drawn[at] ?? to, to));
  const [first] = drawn;
  return Math.min(distanceTo(label.box, point), ...(legs.length > 0 ? legs : first === undefined ? [] : [toLeg(point, first, first)]));
}

function toLeg({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / length));
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
}

/** How far the point is outside the box; 0 inside. */
function distanceTo({ x, y, angle, left, right, top, bottom }: Box, point: Point): number {
  const turn = (-angle * Math.PI) / 180;
  const [dx, dy] = [point.x - x, point.y - y];
  const across = dx * Math.cos(turn) - dy * Math.sin(turn);
  const down = dx * Math.sin(turn) + dy * Math.cos(turn);
  return Math.hypot(Math.max(left - across, 0, across - right), Math.max(top - down, 0, down - bottom));
}
