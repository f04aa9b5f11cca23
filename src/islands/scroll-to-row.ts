/**
 * Scrolls as little as brings the row between the page's header and the island's bar into view, at once and without motion.
 * Not where the reader is at work in the list below the diagram.
 */
export function scrollToRow(row: Element): void {
  const island = row.closest('.isl-island');
  const bar = island?.querySelector('.isl-bar');
  const list = island?.querySelector('.isl-segments');
  if (!bar || list?.contains(document.activeElement)) return;
  const top = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const bottom = window.innerHeight - bar.clientHeight;
  const box = row.getBoundingClientRect();
  const by = box.top < top ? box.top - top : Math.max(0, box.bottom + 8 - bottom);
  if (by !== 0) window.scrollBy({ top: by, behavior: 'instant' });
}
