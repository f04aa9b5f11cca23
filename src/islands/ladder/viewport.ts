import { useLayoutEffect, useState, type MutableRef } from 'preact/hooks';

/** The part of a scrolling box that is drawn: what is in view and some more, px of what is in it. */
export interface Viewport {
  readonly width: number;
  readonly from: number;
  readonly to: number;
}

const STEP = 400;

/** The viewport of the box: another only where its width changes or the reader has scrolled for a good part of it. */
export function useViewport(box: MutableRef<HTMLElement | null>, width: number): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ width, from: 0, to: 3 * STEP });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => {
      const from = Math.floor(element.scrollTop / STEP - 1) * STEP;
      const next = { width: element.clientWidth, from, to: from + 3 * STEP + Math.ceil(element.clientHeight / STEP) * STEP };
      setViewport((last) => (last.width === next.width && last.from === next.from && last.to === next.to ? last : next));
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  return viewport;
}
