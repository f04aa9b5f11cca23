import type { ViteUserConfig } from 'astro';
import { CITES } from '../narration/cites.ts';

/** For pages: the clauses of the rules as data, so that who explains a run need not fetch the engine that has made it. */
export function citesPlugin(): NonNullable<ViteUserConfig['plugins']>[number] {
  return {
    name: 'handshake-lab:cites',
    load: {
      filter: { id: /\/src\/narration\/cites\.ts$/ },
      handler() {
        if (this.environment.name !== 'client') return null;
        return `export const CITES = new Map(Object.entries(JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(CITES)))})))`;
      },
    },
  };
}
