import { isStill } from './glide.ts';

const changes = new WeakMap<Element, number>();

/** How far down in the box the present comes to stand: what has happened matters more than room for what has not. */
const PRESENT = 0.7;
/** What is farther away than so many boxes is not glided to. */
const FAR = 1.5;

/** How far a box is to be scrolled for what is `y` px down in it to be in view; null where it is. What is in it is `all` px high, the box `height`, and it is scrolled by `scrolled`. */
export function scrollFor(y: number, all: number, height: number, scrolled: number): number | null {
  const margin = Math.min(72, height / 5);
  if (height === 0 || (y >= scrolled + margin && y <= scrolled + height - margin)) return null;
  const top = Math.min(Math.max(0, y - height * PRESENT), Math.max(0, all - height));
  return top === scrolled ? null : top;
}

/** Whether a box so high goes to another place at once, and shows nothing of what is between. */
export function isFar(top: number, height: number, scrolled: number): boolean {
  return Math.abs(top - scrolled) >= FAR * height;
}

/** Scrolls the box, and nothing else, to `top`, unless it is null; with a motion where the reader takes single steps. To be called for each change, to know how fast they follow each other. */
export function scrollBox(box: HTMLElement, top: number | null, height: number, scrolled: number): void {
  const before = changes.get(box);
  const time = performance.now();
  changes.set(box, time);
  if (top === null) return;
  const isStep = before !== undefined && time - before > 200 && !isFar(top, height, scrolled);
  box.scrollTo({ top, behavior: isStep && !isStill() ? 'smooth' : 'instant' });
}
