import { escapeSvg } from '../escape.ts';
import { finishSequence } from './finish-sequence.ts';
import { finishStates } from './finish-states.ts';
import { parseSvg } from './svg-tree.ts';

/** How a drawing is named on its page. */
export interface Naming {
  /** Different for every drawing on a page. */
  readonly id: string;
  /** What it is, in a few words; empty where something beside the drawing says it: then the drawing is hidden from assistive technology. */
  readonly title: string;
  /** What it shows, for somebody who does not see it. */
  readonly description?: string;
}

/** A drawing of Mermaid's as it goes into a page: without style or script of its own, of fixed proportions, named; `diagram.css` colours it. Sizes in px. */
export function finish(svg: string, naming: Naming): string {
  const root = parseSvg(svg);
  const isSequence = root.attributes['aria-roledescription'] === 'sequence';
  const { width, height, body } = isSequence ? finishSequence(root) : finishStates(root);
  const id = escapeSvg(naming.id);
  const description = naming.description === undefined ? '' : `<desc id="${id}-d">${escapeSvg(naming.description)}</desc>`;
  const labelled = naming.title === '' ? 'aria-hidden="true"' : `role="img" aria-labelledby="${id}-t"${description === '' ? '' : ` aria-describedby="${id}-d"`}`;
  const title = naming.title === '' ? '' : `<title id="${id}-t">${escapeSvg(naming.title)}</title>`;
  const kind = isSequence ? 'hl-sequence' : 'hl-states';
  return `<svg xmlns="http://www.w3.org/2000/svg" class="hl-diagram ${kind}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ${labelled}>${title}${description}${body}</svg>`;
}
