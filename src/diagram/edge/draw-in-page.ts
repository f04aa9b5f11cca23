import type { Mermaid } from 'mermaid';
import { finish, type Naming } from './finish.ts';
import { DIAGRAM_FONT, MERMAID_CONFIG } from './mermaid-config.ts';

let loaded: Promise<Mermaid> | null = null;
let drawings = 0;

/** Loads Mermaid, once; worth calling as soon as a reader is about to change something. Rejects where it cannot be fetched, and the next call tries again. */
export function loadMermaid(): Promise<Mermaid> {
  loaded ??= fetchMermaid().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

/** The finished SVG of a Mermaid text, drawn in the page with the same Mermaid, configuration and finishing as at build time. */
export async function drawInPage(text: string, naming?: Naming): Promise<string> {
  const mermaid = await loadMermaid();
  drawings += 1;
  const desk = document.createElement('div');
  desk.setAttribute('aria-hidden', 'true');
  desk.style.cssText = 'position:absolute;width:0;height:0;overflow:hidden;visibility:hidden';
  document.body.append(desk);
  try {
    const { svg } = await mermaid.render(`hl-drawing-${drawings}`, text, desk);
    return finish(svg, naming ?? { id: `p${drawings}`, title: '' });
  } finally {
    desk.remove();
  }
}

async function fetchMermaid(): Promise<Mermaid> {
  const fonts = [400, 600].map((weight) => document.fonts.load(`${weight} 12px "${DIAGRAM_FONT}"`).catch(() => []));
  const [{ default: mermaid }] = await Promise.all([import('mermaid'), ...fonts]);
  mermaid.initialize(MERMAID_CONFIG);
  return mermaid;
}
