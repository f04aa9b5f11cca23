import { useLayoutEffect, useState, type MutableRef } from 'preact/hooks';

/** The part of a scrolling box that is drawn: what is in view and some more, px of what is in it; with how large the box is. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly from: number;
  readonly to: number;
}

const STEP = 400;

/** The viewport of the box: another only where its size changes or the reader has scrolled for a good part of it. Keeps in `scrolled` how far it is scrolled, so that asking costs no layout. */
export function useViewport(box: MutableRef<HTMLElement | null>, width: number, scrolled: MutableRef<number>): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ width, height: 0, from: 0, to: 3 * STEP });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => {
      scrolled.current = element.scrollTop;
      const height = element.clientHeight;
      const from = Math.floor(scrolled.current / STEP - 1) * STEP;
      const next = { width: element.clientWidth, height, from, to: from + 3 * STEP + Math.ceil(height / STEP) * STEP };
      setViewport((last) => (last.width === next.width && last.height === height && last.from === next.from && last.to === next.to ? last : next));
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
