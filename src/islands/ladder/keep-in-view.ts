import { isStill } from './glide.ts';

const changes = new WeakMap<Element, number>();

/** Scrolls the box, and nothing else, so that `y` of the `height` px in it is in view; with a motion where the reader takes single steps. */
export function keepInView(box: HTMLElement, y: number, height: number): void {
  const before = changes.get(box);
  const time = performance.now();
  changes.set(box, time);
  if (box.clientHeight === 0 || height === 0) return;
  const here = (y * box.scrollHeight) / height;
  const margin = Math.min(72, box.clientHeight / 5);
  const isSeen = here >= box.scrollTop + margin && here <= box.scrollTop + box.clientHeight - margin;
  if (isSeen) return;
  const top = here - box.clientHeight * (here < box.scrollTop + margin ? 0.4 : 0.6);
  const isStep = before !== undefined && time - before > 200 && Math.abs(top - box.scrollTop) < 1.5 * box.clientHeight;
  box.scrollTo({ top, behavior: isStep && !isStill() ? 'smooth' : 'instant' });
}
