/**
 * Scrolls as little as brings the row between the page's header and the island's bar into view, at once and without motion.
 * Not where the reader is at work in the list below the diagram. A diagram in a box that scrolls by itself is scrolled there, and the page stays.
 */
export function scrollToRow(row: Element): void {
  const island = row.closest('.isl-island');
  const bar = island?.querySelector('.isl-bar');
  const list = island?.querySelector('.isl-segments');
  if (!bar || list?.contains(document.activeElement)) return;
  const frame = row.closest('.isl-picture');
  if (frame !== null && frame.scrollHeight > frame.clientHeight + 1 && getComputedStyle(frame).overflowY === 'auto') {
    const [outer, inner] = [frame.getBoundingClientRect(), row.getBoundingClientRect()];
    frame.scrollTop += inner.top < outer.top ? inner.top - outer.top : Math.max(0, inner.bottom + 8 - outer.bottom);
    return;
  }
  const top = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const bottom = window.innerHeight - bar.clientHeight;
  const box = row.getBoundingClientRect();
  const by = box.top < top ? box.top - top : Math.max(0, box.bottom + 8 - bottom);
  if (by !== 0) window.scrollBy({ top: by, behavior: 'instant' });
}
