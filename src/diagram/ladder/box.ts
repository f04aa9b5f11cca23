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

/** A box with how far it reaches. */
export interface Placed extends Reach {
  readonly box: Box;
  readonly corners: readonly Point[];
}

/** From where to where something reaches, px. */
export interface Reach {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The box with how far it reaches. */
export function placed(box: Box): Placed {
  const { x, y, angle, left, right, top, bottom } = box;
  if (angle === 0) return { box, corners: [{ x: x + left, y: y + top }, { x: x + right, y: y + top }, { x: x + right, y: y + bottom }, { x: x + left, y: y + bottom }], left: x + left, right: x + right, top: y + top, bottom: y + bottom };
  const cos = Math.cos((angle * Math.PI) / 180);
  const sin = Math.sin((angle * Math.PI) / 180);
  const corner = (dx: number, dy: number): Point => ({ x: x + dx * cos - dy * sin, y: y + dx * sin + dy * cos });
  const corners = [corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)] as const;
  const [a, b, c, d] = corners;
  return { box, corners, left: Math.min(a.x, d.x), right: Math.max(b.x, c.x), top: Math.min(a.y, b.y), bottom: Math.max(c.y, d.y) };
}

const TOUCH = 0.5;

/** Whether the two have room in common: no line that is parallel to a side of one of them parts them. */
export function overlap(a: Placed, b: Placed): boolean {
  if (a.right <= b.left + TOUCH || b.right <= a.left + TOUCH || a.bottom <= b.top + TOUCH || b.bottom <= a.top + TOUCH) return false;
  return [a.box.angle, a.box.angle + 90, b.box.angle, b.box.angle + 90].every((degrees) => !parts(degrees, a.corners, b.corners));
}

function parts(degrees: number, one: readonly Point[], other: readonly Point[]): boolean {
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const shadow = (points: readonly Point[]) => points.map(({ x, y }) => x * cos + y * sin);
  const [p, q] = [shadow(one), shadow(other)];
  return Math.max(...p) <= Math.min(...q) + TOUCH || Math.max(...q) <= Math.min(...p) + TOUCH;
}
