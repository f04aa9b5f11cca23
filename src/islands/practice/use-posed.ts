import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Drawn } from '../../exercise/pool.ts';
import type { Lang } from '../messages.ts';

/** A question on view, with its figure. */
interface Posed {
  readonly drawn: Drawn;
  readonly figure: VNode;
}

/** What is asked one after the other. */
export interface Posing {
  readonly posed: Posed | null;
  /** Whether a question is on its way. */
  readonly isWorking: boolean;
  readonly hasFailed: boolean;
  /** Puts this question on view as soon as its figure is drawn; what was to come before it is dropped. */
  readonly pose: (drawn: Drawn) => void;
  /** Nothing is on view any more. */
  readonly clear: () => void;
}

/** Asks one question after the other; `makeWhole` fetches all that questions say. */
export function usePosed(lang: Lang, makeWhole: () => Promise<void>): Posing {
  const [posed, setPosed] = useState<Posed | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const turn = useRef(0);

  const draw = async (drawn: Drawn) => {
    turn.current += 1;
    const mine = turn.current;
    setWorking(true);
    setFailed(false);
    try {
      const [{ figureOf }] = await Promise.all([import('../exercise/another.tsx'), makeWhole()]);
      const figure = await figureOf(drawn.exercise, drawn.source.trace, lang);
      if (turn.current === mine) setPosed({ drawn, figure });
    } catch {
      if (turn.current === mine) setFailed(true);
    }
    if (turn.current === mine) setWorking(false);
  };
  const clear = () => {
    turn.current += 1;
    setPosed(null);
    setWorking(false);
  };
  return { posed, isWorking, hasFailed, pose: (drawn) => void draw(drawn), clear };
}
