import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'astro';

const STAND_IN = fileURLToPath(new URL('./search-on-demand.ts', import.meta.url));

/** Gives Starlight's search box the interface that is fetched on demand. */
export function searchPlugin(): NonNullable<ViteUserConfig['plugins']>[number] {
  return {
    name: 'handshake-lab:search',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^@pagefind\/default-ui$/ },
      handler: (_source: string, importer?: string) => (importer === STAND_IN ? null : STAND_IN),
    },
  };
}
