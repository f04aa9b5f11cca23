import type { VNode } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { inTurn } from './turns.ts';

interface Props {
  /** Makes what is drawn. */
  readonly children: () => VNode;
  /** Waits for its turn also when it is new. */
  readonly waits?: boolean;
}

/** A part of a page that is drawn at once when it is new, unless it waits, and after that, where it changes, in a frame of its own. */
export function InTurn({ children, waits = false }: Props) {
  const [, draw] = useReducer((turn: number) => turn + 1, 0);
  const granted = useRef(waits ? null : children);
  const last = useRef<{ readonly by: () => VNode; readonly drawn: VNode } | null>(null);
  if (granted.current === children && last.current?.by !== children) last.current = { by: children, drawn: children() };
  useLayoutEffect(() => {
    if (last.current?.by === children) return;
    return inTurn(() => {
      granted.current = children;
      draw(undefined);
    });
  }, [children]);
  return last.current?.drawn ?? null;
}
