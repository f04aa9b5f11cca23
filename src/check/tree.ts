import { mdxToMdast } from 'satteri';

/** A lesson as the MDX parser reads it, or a part of it. */
export type Tree = ReturnType<typeof mdxToMdast>;

/** A component, or an HTML element, as a lesson writes it. */
export type Element = Extract<Tree, { readonly type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** Several rules ask for the same lesson one after the other: the last one is kept. */
let last: { readonly text: string; readonly tree: Tree } | null = null;

/** Reads a lesson; throws where the text is not MDX, with the parser's line and column. */
export function treeOf(text: string): Tree {
  if (last?.text !== text) last = { text, tree: mdxToMdast(text) };
  return last.tree;
}

/** What stands inside a part, in its order. */
export function childrenOf(node: Tree): readonly Tree[] {
  return 'children' in node ? node.children : [];
}

/** Every element in a part, itself included, in the order of the text. */
export function elementsOf(node: Tree): readonly Element[] {
  const self = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement' ? [node] : [];
  return [...self, ...childrenOf(node).flatMap(elementsOf)];
}

/** Where the part begins in the text, UTF-16 units. */
export function offsetOf(node: Tree): number {
  return node.position?.start.offset ?? 0;
}
