import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { useLatest } from '../latest.ts';
import { firstInTurn, hurry } from './turns.ts';

/** What is drawn a frame later than the rest. */
export interface Late {
  /** Whether these values are new in the frame that is being made. */
  readonly isBehind: boolean;
  /** Draws it now: the reader is about to use it. */
  readonly catchUp: () => void;
}

/**
 * Parts what a change of these values costs into two frames: in the first one `isBehind` is true, and only what the reader
 * looks at need be drawn; the second one draws the rest. Where the values change with every frame, the rest waits for one in
 * which they do not.
 */
export function useLate(...values: readonly unknown[]): Late {
  const [, render] = useReducer((turn: number) => turn + 1, 0);
  const drawn = useRef(values);
  const waiting = useRef<(() => void) | null>(null);
  const isBehind = values.some((value, index) => value !== drawn.current[index]);
  const draw = () => {
    waiting.current?.();
    waiting.current = null;
    if (!isBehind) return;
    drawn.current = values;
    render(undefined);
  };
  const catchUp = () => {
    hurry();
    draw();
  };
  const latest = useLatest({ draw });
  useLayoutEffect(() => {
    if (!isBehind) return;
    waiting.current?.();
    waiting.current = firstInTurn(() => latest.current.draw());
  }, values);
  useEffect(() => () => waiting.current?.(), []);
  return { isBehind, catchUp };
}

/** The element as it was while it is held, so that nothing in it is drawn; else as `draw` gives it. */
export function useHeld<T extends VNode>(isHeld: boolean, draw: () => T): T {
  const last = useRef<T | null>(null);
  if (last.current === null || !isHeld) last.current = draw();
  return last.current;
}
