import { isStill } from '../ladder/glide.ts';

/** Scrolls as little as brings all of the ladder, or of both that are compared, between the page's header and the island's bar; a reader who is farther down stays there. */
export function bringLadder(island: Element | null): void {
  const [first, last = first] = island?.querySelectorAll('.isl-ladder') ?? [];
  const bar = island?.querySelector('.isl-bar');
  if (!first || !last || !bar) return;
  const { top: below } = bar.getBoundingClientRect();
  const above = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const by = Math.min(first.getBoundingClientRect().top - above, last.getBoundingClientRect().bottom - below);
  if (by > 0) window.scrollBy({ top: by, behavior: isStill() ? 'instant' : 'smooth' });
}
