import { useLayoutEffect, useReducer, useRef, useState, type MutableRef } from 'preact/hooks';

/** A part of what is in a scrolling box, px. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** A scrolling box as it was last seen: asking it would make the page lay itself out. */
export interface Viewport {
  /** How large it is, px. */
  readonly width: number;
  readonly height: number;
  /** How far it is scrolled, px. */
  readonly scrolled: MutableRef<number>;
  /** What of it is drawn. */
  readonly drawn: MutableRef<Part>;
}

const STEP = 200;
/** Drawn before the box is known. */
const FIRST: Part = { from: 0, to: 1200 };

/** What is drawn where the box is scrolled so far: what is in view, and as much around it as it takes to draw more. */
export function partAround(scrolled: number, height: number): Part {
  const from = (Math.floor(scrolled / STEP) - 1) * STEP;
  return { from, to: from + 3 * STEP + Math.ceil(height / STEP) * STEP };
}

/** The viewport of the box. Its component is drawn anew where the size changes or the reader comes to see what is not drawn. */
export function useViewport(box: MutableRef<HTMLElement | null>, width: number): Viewport {
  const [size, setSize] = useState({ width, height: 0 });
  const [, draw] = useReducer((turn: number) => turn + 1, 0);
  const scrolled = useRef(0);
  const drawn = useRef(FIRST);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    let height = 0;
    const look = () => {
      scrolled.current = element.scrollTop;
      const next = partAround(scrolled.current, height);
      if (next.from === drawn.current.from && next.to === drawn.current.to) return;
      drawn.current = next;
      draw(undefined);
    };
    const measure = () => {
      height = element.clientHeight;
      const now = { width: element.clientWidth, height };
      setSize((last) => (last.width === now.width && last.height === height ? last : now));
      look();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  return { ...size, scrolled, drawn };
}
