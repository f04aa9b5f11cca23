import { useEffect, useState } from 'preact/hooks';
import type { Trace } from '../../simulation/trace.ts';

/** How fast a run can be played, as multiples of the usual pace. */
export const PACES = [0.5, 1, 2, 4] as const;

/** One of the paces. */
export type Pace = (typeof PACES)[number];

/** How long the moment on view stays at the usual pace, ms: what happens in one instant follows quickly, what takes time takes some. */
function stayOf({ moments }: Trace, shown: number): number {
  const gap = (moments[shown]?.at ?? 0) - (moments[shown - 1]?.at ?? 0);
  return gap === 0 ? 500 : 1200;
}

/** A run that plays by itself. */
export interface Playback {
  readonly isPlaying: boolean;
  readonly pace: Pace;
  readonly setPlaying: (isPlaying: boolean) => void;
  readonly setPace: (pace: Pace) => void;
}

/** Plays the run on from the moment on view, to its end. */
export function usePlayback(trace: Trace, shown: number, step: () => void): Playback {
  const [isPlaying, setPlaying] = useState(false);
  const [pace, setPace] = useState<Pace>(1);
  const isOver = shown >= trace.moments.length;
  useEffect(() => {
    if (!isPlaying) return;
    if (isOver) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(step, stayOf(trace, shown) / pace);
    return () => clearTimeout(timer);
  }, [isPlaying, isOver, trace, shown, pace]);
  return { isPlaying: isPlaying && !isOver, pace, setPlaying, setPace };
}
