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
  return !areParted(a.box.angle, a, b) && !(b.box.angle !== a.box.angle && areParted(b.box.angle, a, b));
}

/** Whether a line along one of the two sides of a box turned by so many degrees parts them; upright ones have been looked at as reaches. */
function areParted(degrees: number, a: Placed, b: Placed): boolean {
  if (degrees === 0) return false;
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  return parts(cos, sin, a, b) || parts(-sin, cos, a, b);
}

/** Whether their shadows in this direction do not touch. */
function parts(dx: number, dy: number, a: Placed, b: Placed): boolean {
  const one = shadow(dx, dy, a);
  const other = shadow(dx, dy, b);
  return one.to <= other.from + TOUCH || other.to <= one.from + TOUCH;
}

function shadow(dx: number, dy: number, { corners }: Placed): { readonly from: number; readonly to: number } {
  let from = Infinity;
  let to = -Infinity;
  for (const { x, y } of corners) {
    const at = x * dx + y * dy;
    if (at < from) from = at;
    if (at > to) to = at;
  }
  return { from, to };
}
