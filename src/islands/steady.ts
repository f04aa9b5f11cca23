import { useLayoutEffect, useRef, type MutableRef } from 'preact/hooks';

/** Keeps an element where the reader sees it through the next render: call what is returned just before that. */
export function useSteady(element: MutableRef<Element | null>): () => void {
  const top = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (top.current === null || element.current === null) return;
    const moved = element.current.getBoundingClientRect().top - top.current;
    top.current = null;
    if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
  });
  return () => {
    top.current = element.current?.getBoundingClientRect().top ?? null;
  };
}
