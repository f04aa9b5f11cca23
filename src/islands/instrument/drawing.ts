import { h, render } from 'preact';
import type { Words } from '../../narration/sentence.ts';
import type { Trace } from '../../simulation/trace.ts';
import { Ladder } from '../ladder/Ladder.tsx';
import type { View } from './views.ts';

/** How wide a ladder is drawn to be taken along, px. */
const WIDTH = 760;

interface Now {
  readonly trace: Trace;
  readonly shown: number;
  readonly words: Words;
}

/** The drawing on view, whole, to be taken along; null where the view is none. A ladder is drawn anew, out of sight, since the one on view leaves out what is scrolled away. */
export function drawingOf(island: Element | null, view: View, { trace, shown, words }: Now): SVGSVGElement | null {
  if (island === null) return null;
  if (view === 'diagram') return [...island.querySelectorAll<SVGSVGElement>('.isl-picture svg.hl-diagram')].find((svg) => svg.getClientRects().length > 0) ?? null;
  if (view !== 'ladder') return null;
  island.querySelector('.isl-taken-along')?.remove();
  const box = document.createElement('div');
  box.className = 'isl-taken-along';
  box.setAttribute('aria-hidden', 'true');
  box.style.width = `${String(WIDTH)}px`;
  island.append(box);
  const nothing = () => undefined;
  render(h(Ladder, { trace, shown, words, selected: null, onSelect: nothing, onGo: nothing, whole: true }), box);
  return box.querySelector('svg');
}
