/** How far down in the box the present comes to stand: what has happened matters more than room for what has not. */
const PRESENT = 0.7;
/** What is farther away than so many boxes is not glided to. */
const FAR = 1.5;
/** What goes by so fast cannot be read: boxes per ms. */
const RUSH = 0.003;
/** What moves by a smaller part of the box at a time is followed by the eye. */
const JUMP = 1 / 8;
/** Changes that follow each other more slowly, ms, are single steps. */
const STEPS = 200;

/** How far a box is to be scrolled for what is `y` px down in it to be in view; null where it is. What is in it is `all` px high, the box `height`, and it is scrolled by `scrolled`. */
export function scrollFor(y: number, all: number, height: number, scrolled: number): number | null {
  const margin = Math.min(72, height / 5);
  if (height === 0 || (y >= scrolled + margin && y <= scrolled + height - margin)) return null;
  const top = Math.min(Math.max(0, y - height * PRESENT), Math.max(0, all - height));
  return top === scrolled ? null : top;
}

/** Whether a box so high rushes by so fast that nobody could read what stands in it: it jumps so many px, `since` ms after it last jumped; Infinity where it never did. */
export function isRush(jump: number, height: number, since: number): boolean {
  return isJump(jump, height) && Math.abs(jump) > RUSH * height * since;
}

/** Whether the eye loses what is in view in a box so high when it goes so many px. */
export function isJump(jump: number, height: number): boolean {
  return Math.abs(jump) > height * JUMP;
}

/** Whether a box so high glides to where it goes, so many px on, `since` ms after it last went anywhere: only where the reader takes single steps. */
export function isGlide(jump: number, height: number, since: number): boolean {
  return since > STEPS && Math.abs(jump) < FAR * height;
}
