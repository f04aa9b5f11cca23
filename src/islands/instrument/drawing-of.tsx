import type { VNode } from 'preact';
import type { Words } from '../../narration/sentence.ts';
import type { Trace } from '../../simulation/trace.ts';
import { Ladder } from '../ladder/Ladder.tsx';
import type { View } from '../views/view-name.ts';

interface Now {
  readonly trace: Trace;
  /** How many moments have happened. */
  readonly shown: number;
  readonly words: Words;
}

const NOTHING = () => undefined;

/** What is on view in the instrument, whole, to be taken along as a picture; null where the view is none. */
export function drawingOf(view: View, instrument: Element | null, now: Now): VNode | SVGSVGElement | null {
  if (view === 'ladder') return <Ladder {...now} selected={null} onSelect={NOTHING} onGo={NOTHING} whole />;
  if (view !== 'diagram') return null;
  return [...(instrument?.querySelectorAll<SVGSVGElement>('.isl-picture svg') ?? [])].find((svg) => svg.getClientRects().length > 0) ?? null;
}
