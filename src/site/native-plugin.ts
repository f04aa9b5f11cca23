import type { ViteUserConfig } from 'astro';
import { ROOT } from './course.ts';

/** Where figures are drawn: a worker thread with its own globals, which a bundler would tear from its files. */
const NATIVE = 'src/diagram/edge/draw-in-node.ts';

/** Leaves the drawing of figures to Node itself, which runs TypeScript as it is. */
export function nativePlugin(): NonNullable<ViteUserConfig['plugins']>[number] {
  return {
    name: 'handshake-lab:native',
    enforce: 'pre',
    resolveId: {
      filter: { id: /draw-in-node\.ts$/ },
      handler: () => ({ id: new URL(NATIVE, ROOT).href, external: true }),
    },
  };
}
