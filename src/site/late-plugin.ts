import type { ViteUserConfig } from 'astro';

/** Islands, in which whatever is fetched late is fetched in the page. */
const ISLANDS = /\/src\/islands\/.*\.tsx?$/;

/** A component that is imported when it is first shown. */
const LATE = /\bimport\((['"])\.[^'"]+\.tsx\1\)/g;

/** Leaves out, where pages are built, the components that islands fetch late: nothing there shows them, and Astro would give each page their style sheets before its first paint. In the page they bring their style sheets along. */
export function latePlugin(): NonNullable<ViteUserConfig['plugins']>[number] {
  return {
    name: 'handshake-lab:late',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name !== 'client',
    transform: {
      filter: { id: ISLANDS, code: LATE },
      handler: (code) => ({ code: withoutLate(code), map: null }),
    },
  };
}

/** The code with each late component replaced by a promise that is rejected. */
export function withoutLate(code: string): string {
  return code.replace(LATE, `Promise.reject(new Error('Fetched in the page only'))`);
}
