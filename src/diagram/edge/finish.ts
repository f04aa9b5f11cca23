import { named, type Naming } from '../named-drawing.ts';
import { drawSequence } from '../sequence-drawing.ts';
import { finishStates } from './finish-states.ts';
import { readSequence } from './sequence-model.ts';
import { parseSvg } from './svg-tree.ts';

/** A drawing of Mermaid's as it goes into a page: without style or script of its own, of fixed proportions, named; `diagram.css` colours it. Sizes in px. */
export function finish(svg: string, naming: Naming): string {
  const root = parseSvg(svg);
  const isSequence = root.attributes['aria-roledescription'] === 'sequence';
  return isSequence ? named(drawSequence(readSequence(root)), 'hl-sequence', naming) : named(finishStates(root), 'hl-states', naming);
}
