import type { Naming } from '../diagram/named-drawing.ts';
import type { Sequence } from '../diagram/sequence-diagram.ts';
import { late } from './late.ts';

/** What draws sequence diagrams in the page. */
export const DRAWING = late(() => import('../diagram/edge/draw-in-page.ts'));

let drawn = 0;

/** The sequence diagram drawn in the page; rejects where what draws it cannot be fetched. */
export async function draw(sequence: Sequence, naming: Omit<Naming, 'id'>): Promise<string> {
  const { drawInPage } = await DRAWING.fetch();
  drawn += 1;
  return drawInPage(sequence, { ...naming, id: `island-${String(drawn)}` });
}
