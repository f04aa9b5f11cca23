import { isStill } from './glide.ts';

/** A box that scrolls, as it was last seen: asking it now would make the page lay itself out. */
export interface Scroller {
  readonly box: HTMLElement;
  /** How high it is, px. */
  readonly height: number;
  /** How far it is scrolled, px. */
  readonly scrolled: number;
}

const changes = new WeakMap<Element, number>();

/** How far down in the box the present comes to stand: what has happened matters more than room for what has not. */
const PRESENT = 0.7;

/** Scrolls the box, and nothing else, so that what is `y` px down in it is in view; with a motion where the reader takes single steps. */
export function keepInView({ box, height, scrolled }: Scroller, y: number): void {
  const before = changes.get(box);
  const time = performance.now();
  changes.set(box, time);
  const margin = Math.min(72, height / 5);
  if (height === 0 || (y >= scrolled + margin && y <= scrolled + height - margin)) return;
  const top = y - height * PRESENT;
  const isStep = before !== undefined && time - before > 200 && Math.abs(top - scrolled) < 1.5 * height;
  box.scrollTo({ top, behavior: isStep && !isStill() ? 'smooth' : 'instant' });
}
