import type { Point } from '../../diagram/ladder/way.ts';

/** Straight lines from point to point, as an SVG path. */
export function path(points: readonly Point[]): string {
  return points.map((point, index) => `${index === 0 ? 'M' : 'L'}${at(point)}`).join('');
}

/** A point, so far to the right and down of it, px, as it stands in a path. */
export function at({ x, y }: Point, dx = 0, dy = 0): string {
  return `${String(round(x + dx))} ${String(round(y + dy))}`;
}

/** To a tenth. */
export function round(n: number): number {
  return Math.round(n * 10) / 10;
}
