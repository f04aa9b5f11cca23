/** A text's place: `left`…`right` and `top`…`bottom` around (x, y), px, turned by `angle` degrees around it. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The corners of the box. */
export function cornersOf({ x, y, angle, left, right, top, bottom }: Box): readonly Point[] {
  const cos = Math.cos((angle * Math.PI) / 180);
  const sin = Math.sin((angle * Math.PI) / 180);
  return [[left, top], [right, top], [right, bottom], [left, bottom]].map(([dx = 0, dy = 0]) => ({ x: x + dx * cos - dy * sin, y: y + dx * sin + dy * cos }));
}

/** From where to where the box reaches, from above to below. */
export function reachOf(box: Box): { readonly top: number; readonly bottom: number } {
  const ys = cornersOf(box).map(({ y }) => y);
  return { top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Whether the two boxes have room in common. */
export function overlap(a: Box, b: Box): boolean {
  const one = cornersOf(a);
  const other = cornersOf(b);
  return [a.angle, a.angle + 90, b.angle, b.angle + 90].every((degrees) => {
    const cos = Math.cos((degrees * Math.PI) / 180);
    const sin = Math.sin((degrees * Math.PI) / 180);
    const shadow = (points: readonly Point[]) => points.map(({ x, y }) => x * cos + y * sin);
    const [p, q] = [shadow(one), shadow(other)];
    return Math.max(...p) > Math.min(...q) + 0.5 && Math.max(...q) > Math.min(...p) + 0.5;
  });
}
