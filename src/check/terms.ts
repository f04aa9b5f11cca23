import type { Fault } from './fault.ts';
import { childrenOf, offsetOf, treeOf } from './tree.ts';
import type { Use } from './uses.ts';

/** The terms of a lesson that are marked a second time between two headings. */
export function repeatedTerms(text: string, uses: readonly Use[]): readonly Fault[] {
  const marked = uses.flatMap(({ name, props, offset }) => props.flatMap((prop) => (name === 'Term' && prop.name === 'name' && typeof prop.value === 'string' ? [{ name: prop.value, offset }] : [])));
  if (marked.length === 0) return [];
  const headings = childrenOf(treeOf(text)).flatMap((node) => (node.type === 'heading' ? [offsetOf(node)] : []));
  const seen = new Set<string>();
  const repeated = marked.filter(({ name, offset }) => {
    const place = `${headings.filter((heading) => heading < offset).length} ${name}`;
    const isRepeated = seen.has(place);
    seen.add(place);
    return isRepeated;
  });
  return repeated.map(({ name, offset }) => ({ offset, message: `The term “${name}” is marked twice in this section.`, hint: 'Mark it where it comes first; the second time write the word alone.' }));
}
