import { useLayoutEffect, type MutableRef } from 'preact/hooks';

/** Scrolls the box, never the page, as little as brings the entry that the selector names into it, whenever one of the reasons changes. */
export function useScrollInside(box: MutableRef<HTMLElement | null>, selector: string, reasons: readonly unknown[]): void {
  useLayoutEffect(() => {
    const frame = box.current;
    const entry = frame?.querySelector(selector);
    if (!frame || !entry || frame.scrollHeight <= frame.clientHeight) return;
    const [outer, inner] = [frame.getBoundingClientRect(), entry.getBoundingClientRect()];
    const top = outer.top + (frame.querySelector('thead')?.clientHeight ?? 0);
    if (inner.top < top || inner.height > outer.bottom - top) frame.scrollTop += inner.top - top;
    else if (inner.bottom > outer.bottom) frame.scrollTop += inner.bottom + BELOW - outer.bottom;
  }, reasons);
}

/** What follows the entry is seen to follow, px. */
const BELOW = 48;
