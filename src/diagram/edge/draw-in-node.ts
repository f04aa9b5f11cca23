import { drawPool } from './draw-pool.ts';
import { drawingCache, type DrawingCache } from './drawing-cache.ts';
import type { Naming } from '../named-drawing.ts';
import { finish } from './finish.ts';

/** How many drawings were made anew and how many were found in the cache. */
export interface DrawingCounts {
  readonly drawn: number;
  readonly found: number;
}

/** Draws at build time; each distinct text is drawn once, also when asked for at the same moment. */
export interface NodeDrawer {
  /** The finished SVG of the Mermaid text; rejects where Mermaid does not accept it. */
  readonly draw: (text: string, naming?: Naming) => Promise<string>;
  readonly counts: () => DrawingCounts;
}

/** A drawer with its own worker and counts, over the given cache. */
export function nodeDrawer(cache: DrawingCache = drawingCache()): NodeDrawer {
  const pool = drawPool();
  const known = new Map<string, Promise<string>>();
  let drawn = 0;
  let found = 0;

  const raw = async (key: string, text: string): Promise<string> => {
    const kept = cache.read(key);
    if (kept !== null) {
      found += 1;
      return kept;
    }
    drawn += 1;
    const svg = slim(await pool(text));
    cache.write(key, svg);
    return svg;
  };
  return {
    counts: () => ({ drawn, found }),
    draw: async (text, naming) => {
      const key = cache.keyOf(text);
      const drawing = known.get(key) ?? raw(key, text);
      known.set(key, drawing);
      return finish(await drawing, naming ?? { id: `d${key.slice(0, 8)}`, title: '' });
    },
  };
}

let shared: NodeDrawer | null = null;

/** The finished SVG of a Mermaid text, drawn by real Mermaid in a worker without a browser, or found in the cache. */
export function drawInNode(text: string, naming?: Naming): Promise<string> {
  shared ??= nodeDrawer();
  return shared.draw(text, naming);
}

function slim(svg: string): string {
  return svg.replace(/<style>[^]*?<\/style>/gu, '').replace(/<defs>[^]*?<\/defs>/gu, '');
}
