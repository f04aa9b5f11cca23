import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'astro';

const STAND_IN = fileURLToPath(new URL('./search-on-demand.ts', import.meta.url));
const INTERFACE = fileURLToPath(new URL('./search-interface.ts', import.meta.url));

/** The looks of Pagefind's interface, as Starlight's search box asks for them: 20 kB that the first paint of every page would wait for. */
const LOOKS = "@import url('@pagefind/default-ui/css/ui.css') layer(starlight.core);";

/** Gives Starlight's search box the interface that is fetched on demand, and its looks with it; throws where Starlight asks for them in other words. */
export function searchPlugin(): NonNullable<ViteUserConfig['plugins']>[number] {
  return {
    name: 'handshake-lab:search',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^@pagefind\/default-ui$/ },
      handler: (_source: string, importer?: string) => (importer === INTERFACE ? null : STAND_IN),
    },
    load: {
      filter: { id: /[\\/]starlight[\\/].*components[\\/]Search\.astro$/ },
      handler: (id: string) => {
        const box = readFileSync(id, 'utf8');
        if (!box.includes(LOOKS)) throw new Error(`${id} no longer says ${LOOKS}`);
        return box.replace(LOOKS, '');
      },
    },
  };
}
