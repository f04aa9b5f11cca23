import type { Naming } from '../diagram/edge/finish.ts';
import { late } from './late.ts';

/** What draws in the page, with Mermaid. */
export const DRAWING = late(() => import('../diagram/edge/draw-in-page.ts'));

let drawn = 0;

/** The Mermaid text drawn in the page. Mermaid is fetched at the first call. */
export async function draw(mermaidText: string, naming: Omit<Naming, 'id'>): Promise<string> {
  const { drawInPage } = await DRAWING.fetch();
  drawn += 1;
  return drawInPage(mermaidText, { ...naming, id: `island-${String(drawn)}` });
}
