import { escapeSvg } from './escape.ts';

/** How a drawing is named on its page. */
export interface Naming {
  /** Different for every drawing on a page. */
  readonly id: string;
  /** What it is, in a few words; empty where something beside the drawing says it: then the drawing is hidden from assistive technology. */
  readonly title: string;
  /** What it shows, for somebody who does not see it. */
  readonly description?: string;
}

/** The inside of a finished drawing, with its size in px. */
export interface Finished {
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

/** A drawing as it goes into a page: of fixed proportions, named; `diagram.css` colours it. */
export function named({ width, height, body }: Finished, kind: 'hl-sequence' | 'hl-states', naming: Naming): string {
  const id = escapeSvg(naming.id);
  const description = naming.description === undefined ? '' : `<desc id="${id}-d">${escapeSvg(naming.description)}</desc>`;
  const labelled = naming.title === '' ? 'aria-hidden="true"' : `role="img" aria-labelledby="${id}-t"${description === '' ? '' : ` aria-describedby="${id}-d"`}`;
  const title = naming.title === '' ? '' : `<title id="${id}-t">${escapeSvg(naming.title)}</title>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="hl-diagram ${kind}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ${labelled}>${title}${description}${body}</svg>`;
}
