const counts = new WeakMap<object, number>();

/** An id that no other component of this page has; `page` is the page's `Astro.locals`. */
export function pageId(page: object, kind: string): string {
  const count = (counts.get(page) ?? 0) + 1;
  counts.set(page, count);
  return `${kind}-${String(count)}`;
}
