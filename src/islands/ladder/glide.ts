import { useLayoutEffect, useRef, useState } from 'preact/hooks';

const LASTS = 240;
const FARTHEST = 700;

/** The number, which goes to its next value in a quarter of a second; at once where it goes far, where `of` is another, and where the reader wants no motion. */
export function useGlide(target: number, of: unknown): number {
  const [, draw] = useState(0);
  const now = useRef({ value: target, of });
  if (now.current.of !== of || Math.abs(target - now.current.value) > FARTHEST || isStill()) now.current = { value: target, of };
  useLayoutEffect(() => {
    const from = now.current.value;
    if (from === target) return;
    let frame = 0;
    let began: number | null = null;
    const step = (time: number) => {
      began ??= time;
      const share = Math.min(1, (time - began) / LASTS);
      now.current = { of, value: from + (target - from) * (1 - (1 - share) ** 3) };
      if (share < 1) frame = requestAnimationFrame(step);
      else now.current = { of, value: target };
      draw(time);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [target, of]);
  return now.current.value;
}

/** Whether nothing should move by itself. */
export function isStill(): boolean {
  return typeof matchMedia === 'undefined' || matchMedia('(prefers-reduced-motion: reduce)').matches;
}
