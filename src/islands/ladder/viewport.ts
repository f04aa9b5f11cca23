import { useLayoutEffect, useReducer, useRef, useState, type MutableRef } from 'preact/hooks';
import { isStill } from './glide.ts';
import { isGlide, isJump, isRush } from './keep-in-view.ts';

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
  /** Whether it rushes by so fast that nobody could read it. */
  readonly isRushing: MutableRef<boolean>;
  /** To be told of each change where the box is about to be scrolled to, px, null where it stays, and whether it holds another drawing from then on: at first what is in view of that is drawn. Says whether it shall glide there. */
  readonly goes: (top: number | null, isOther: boolean) => boolean;
}

const STEP = 200;
/** What is drawn while the box moves ends at whole ones of so many px. */
const TIGHT = 25;
/** How long the box has to stand still before more is drawn than is in view, ms. */
const STILL = 150;
/** By how much more is drawn then, px, on each side, and how soon there is still more, ms. */
const WIDER = 50;
const AGAIN = 40;
/** Drawn before the box is known. */
const FIRST: Part = { from: 0, to: 1200 };

const NOTHING: () => void = () => undefined;

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
  const isRushing = useRef(false);
  const last = useRef({ change: -Infinity, jump: -Infinity });
  /** How long ago it last went anywhere before it goes this far, ms. */
  const rush = (jump: number, height: number): number => {
    const time = performance.now();
    const { change } = last.current;
    isRushing.current = isRush(jump, height, time - last.current.jump);
    last.current = { change: time, jump: isJump(jump, height) ? time : last.current.jump };
    return time - change;
  };
  const goes = (top: number | null, isOther: boolean) => {
    const jump = (top ?? scrolled.current) - scrolled.current;
    const since = rush(jump, size.height);
    if (top === null && !isOther) return false;
    const isGliding = isGlide(jump, size.height, since) && !isStill();
    const here = isOther ? partIn(scrolled.current, size.height) : drawn.current;
    const there = top === null ? here : partIn(top, size.height);
    drawn.current = isGliding ? { from: Math.min(there.from, here.from), to: Math.max(there.to, here.to) } : there;
    settleSoon.current();
    return isGliding;
  };
  const settleSoon = useRef(NOTHING);
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
    /** Draws all that is to be drawn where it stands, little by little. */
    const settle = () => {
      const around = partAround(scrolled.current, height);
      const all = { from: Math.max(0, around.from), to: around.to };
      const { from, to } = drawn.current;
      const next = { from: Math.max(all.from, Math.min(from, all.to) - WIDER), to: Math.min(all.to, Math.max(to, all.from) + WIDER) };
      if (isRushing.current) draw(undefined);
      else show(next);
      isRushing.current = false;
      if (drawn.current.from !== all.from || drawn.current.to !== all.to) timer = setTimeout(settle, AGAIN);
    };
    const look = () => {
      const top = element.scrollTop;
      if (top !== scrolled.current) rush(top - scrolled.current, height);
      scrolled.current = top;
      if (top < drawn.current.from || top + height > drawn.current.to) show(partIn(top, height));
      soon();
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(settle, STILL);
    };
    settleSoon.current = soon;
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
  return { ...size, scrolled, drawn, isRushing, goes };
}
