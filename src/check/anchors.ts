import Slugger from 'github-slugger';
import { childrenOf, elementsOf, offsetOf, type Tree } from './tree.ts';
import { propsOf } from './uses.ts';

/** A heading of a page. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  /** Its address in the page, as Astro makes it. */
  readonly slug: string;
  /** Where it begins in the text, UTF-16 units. */
  readonly offset: number;
}

/** The headings of a page, in the order of the text. */
export function headingsIn(tree: Tree): readonly Heading[] {
  const slugger = new Slugger();
  return within(tree).flatMap((node): readonly Heading[] => {
    if (node.type !== 'heading') return [];
    const text = textOf(node);
    return [{ level: node.depth, text, slug: slugger.slug(text), offset: offsetOf(node) }];
  });
}

/** What a link into the page may name: its headings, elements with an id, and its title. */
export function anchorsIn(tree: Tree): readonly string[] {
  const ids = elementsOf(tree).flatMap((element) => {
    const { id } = propsOf(element);
    return typeof id === 'string' && element.name !== null && /^[a-z]/.test(element.name) ? [id] : [];
  });
  return ['_top', ...headingsIn(tree).map(({ slug }) => slug), ...ids];
}

/** Every part, the whole included, in the order of the text. */
export function within(node: Tree): readonly Tree[] {
  return [node, ...childrenOf(node).flatMap(within)];
}

/** The words of a part, without their markup; what stands in braces or in attributes is none. */
export function textOf(node: Tree): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return childrenOf(node).map(textOf).join('');
}
