import { useLayoutEffect, useMemo, useRef, type MutableRef } from 'preact/hooks';

/** Keeps an element where the reader sees it while what stands above it changes its height. */
export interface Steady {
  /** Remembers where the element is; to be called just before a change. */
  readonly mark: () => void;
  /** Scrolls it back there; done by itself after each render of the component that holds the element. */
  readonly settle: () => void;
}

/** Keeps this element steady. */
export function useSteady(element: MutableRef<Element | null>): Steady {
  const top = useRef<number | null>(null);
  const steady = useMemo<Steady>(
    () => ({
      mark: () => {
        top.current = element.current?.getBoundingClientRect().top ?? null;
      },
      settle: () => {
        if (top.current === null || element.current === null) return;
        const moved = element.current.getBoundingClientRect().top - top.current;
        top.current = null;
        if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
      },
    }),
    [],
  );
  useLayoutEffect(steady.settle);
  return steady;
}
