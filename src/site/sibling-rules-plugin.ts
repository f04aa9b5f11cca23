import type { Plugin } from 'vite';

const ANY_AFTER_ANY = />\s*\*\s*\+\s*\*/gu;

/** The style sheet with "all children but the first" said so, instead of "any element after any": the same elements, no more specific. */
export function withoutUniversalSiblings(css: string): string {
  return css.replace(ANY_AFTER_ANY, '> :where(:not(:first-child))');
}

/**
 * Rewrites that in the style sheets of Starlight. A browser that has once asked of an element whether something stands before it works out the
 * styles of everything in its parent again when a child is taken out: in a long ladder some ten milliseconds for each segment that goes out of view.
 */
export function siblingRulesPlugin(): Plugin {
  return {
    name: 'handshake-lab:sibling-rules',
    enforce: 'pre',
    transform: {
      filter: { id: /\.css(?:$|\?)|lang\.css$/u },
      handler(code) {
        const plain = withoutUniversalSiblings(code);
        return plain === code ? null : { code: plain, map: null };
      },
    },
  };
}
