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
/** What is drawn while the box moves ends at whole ones of so many px. */
const TIGHT = 50;
/** How long the box has to stand still before more is drawn than is in view, ms. */
const STILL = 150;
/** Drawn before the box is known. */
const FIRST: Part = { from: 0, to: 1200 };

/** What is drawn where the box is scrolled so far: what is in view, and as much around it as it takes to draw more. */
export function partAround(scrolled: number, height: number): Part {
  const from = (Math.floor(scrolled / STEP) - 1) * STEP;
  return { from, to: from + 3 * STEP + Math.ceil(height / STEP) * STEP };
}

/** What is drawn while the box moves: what is in view, and little around it. */
export function partIn(scrolled: number, height: number): Part {
  return { from: (Math.floor(scrolled / TIGHT) - 1) * TIGHT, to: (Math.ceil((scrolled + height) / TIGHT) + 1) * TIGHT };
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
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (next: Part) => {
      if (next.from === drawn.current.from && next.to === drawn.current.to) return;
      drawn.current = next;
      draw(undefined);
    };
    const look = () => {
      scrolled.current = element.scrollTop;
      const top = scrolled.current;
      if (top < drawn.current.from || top + height > drawn.current.to) show(partIn(top, height));
      clearTimeout(timer);
      timer = setTimeout(() => show(partAround(scrolled.current, height)), STILL);
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
      clearTimeout(timer);
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  return { ...size, scrolled, drawn };
}
