import { anchorsIn } from './anchors.ts';
import type { Content } from './content.ts';
import type { Page } from './page.ts';
import { elementsOf } from './tree.ts';

/** Components that give what they show addresses in the page, each with the addresses that it gives. */
const GIVEN: Readonly<Record<string, (content: Content) => readonly string[]>> = {
  Glossary: ({ library }) => library.terms,
};

/** What a link into this page may name, what its components show included. */
export function anchorsOf({ tree }: Pick<Page, 'tree'>, content: Content): readonly string[] {
  if (tree === null) return [];
  return [...anchorsIn(tree), ...elementsOf(tree).flatMap(({ name }) => GIVEN[name ?? '']?.(content) ?? [])];
}
