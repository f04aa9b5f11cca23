import { isStill } from '../ladder/glide.ts';

/** Scrolls as little as brings all of the ladder between the page's header and the island's bar; a reader who is farther down stays there. */
export function bringLadder(island: Element | null): void {
  const ladder = island?.querySelector('.isl-ladder');
  const bar = island?.querySelector('.isl-bar');
  if (!ladder || !bar) return;
  const box = ladder.getBoundingClientRect();
  const { top: below } = bar.getBoundingClientRect();
  const above = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const by = Math.min(box.top - above, box.bottom - below);
  if (by > 0) window.scrollBy({ top: by, behavior: isStill() ? 'instant' : 'smooth' });
}
