/** A point of the drawing, px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The point of a way, which never goes up, at this height; its first or last where the way does not reach there. */
export function pointAt(way: readonly Point[], y: number): Point {
  const at = way.findIndex((point) => point.y >= y);
  const below = way[at === -1 ? way.length - 1 : at];
  const above = way[at - 1];
  if (below === undefined) return { x: 0, y };
  if (at === -1 || above === undefined || below.y === above.y) return below;
  return { x: above.x + ((below.x - above.x) * (y - above.y)) / (below.y - above.y), y };
}

/** The part of a way above this height, to the very point there. */
export function wayTo(way: readonly Point[], y: number): readonly Point[] {
  const [first] = way;
  if (first === undefined || first.y >= y) return way.slice(0, 1);
  const passed = way.filter((point) => point.y < y);
  return passed.length === way.length ? way : [...passed, pointAt(way, y)];
}

/** The part of a way below this height, from the very point there. */
export function wayFrom(way: readonly Point[], y: number): readonly Point[] {
  const [first] = way;
  if (first === undefined || first.y >= y) return way;
  const rest = way.filter((point) => point.y > y);
  return rest.length === 0 ? [] : [pointAt(way, y), ...rest];
}

/** How long a way is, px. */
export function lengthOf(way: readonly Point[]): number {
  return way.slice(1).reduce((sum, { x, y }, at) => sum + Math.hypot(x - (way[at]?.x ?? x), y - (way[at]?.y ?? y)), 0);
}

/** How far down the last dash begins that begins above this height, so that dashes of this period, px, stay where they are however much of a way is drawn. */
export function dashBefore(way: readonly Point[], y: number, period: number): number {
  const above = lengthOf(wayTo(way, y));
  let left = above - (above % period);
  for (const [at, from] of way.entries()) {
    const to = way[at + 1] ?? from;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (left <= length) return length === 0 ? from.y : from.y + ((to.y - from.y) * left) / length;
    left -= length;
  }
  return y;
}
