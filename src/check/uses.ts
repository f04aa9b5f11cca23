import { childrenOf, elementsOf, treeOf, type Element, type Tree } from './tree.ts';

/** One prop as an author wrote it; `value` is undefined where it is an expression that is more than a literal. */
export interface WrittenProp {
  readonly name: string;
  readonly value: string | number | boolean | undefined;
  /** Where its name begins in the text, UTF-16 units. */
  readonly offset: number;
}

/** One use of a component in a lesson. */
export interface Use {
  readonly name: string;
  /** Where its `<` is in the text, UTF-16 units. */
  readonly offset: number;
  readonly props: readonly WrittenProp[];
  /** Whether it has `{...props}`, which no check can see through. */
  readonly spreads: boolean;
}

/** Everything of a lesson that is written as a component, in the order of the text; names of HTML elements are left out. Throws where the text is not MDX, with the parser's line and column. */
export function usesIn(text: string): readonly Use[] {
  return allUsesIn(treeOf(text), text).filter(({ name }) => /^[A-Z]/.test(name));
}

/** The same with HTML elements, of a text that has been read. */
export function allUsesIn(tree: Tree, text: string): readonly Use[] {
  return elementsOf(tree).flatMap((element) => (element.name === null ? [] : [useOf(element, element.name, text)]));
}

/** The names that the lesson imports or defines itself. */
export function ownNames(text: string): readonly string[] {
  const modules = childrenOf(treeOf(text)).flatMap((node) => (node.type === 'mdxjsEsm' ? [node.value] : []));
  return modules.flatMap((code) => [...code.matchAll(/\b[A-Z]\w*/g)].map(([name]) => name));
}

/** The props of an element by their names; those that are more than a literal are undefined. */
export function propsOf({ attributes }: Pick<Element, 'attributes'>): Readonly<Record<string, WrittenProp['value']>> {
  return Object.fromEntries(attributes.flatMap((attribute) => (attribute.type === 'mdxJsxAttribute' ? [[attribute.name, literalOf(attribute.value)]] : [])));
}

function useOf(element: Element, name: string, text: string): Use {
  const offset = element.position?.start.offset ?? 0;
  let from = offset;
  const props = element.attributes.flatMap((attribute): readonly WrittenProp[] => {
    if (attribute.type !== 'mdxJsxAttribute') return [];
    from = placeOf(attribute.name, text, from);
    return [{ name: attribute.name, value: literalOf(attribute.value), offset: from }];
  });
  return { name, offset, props, spreads: element.attributes.some(({ type }) => type !== 'mdxJsxAttribute') };
}

/** The parser gives no positions of attributes, but they stand in order after their element's beginning. */
function placeOf(name: string, text: string, from: number): number {
  const found = text.slice(from).search(new RegExp(`\\s${name.replace(/[$.:-]/g, '\\$&')}(?=[\\s=/>])`));
  return found === -1 ? from : from + found + 1;
}

function literalOf(value: unknown): WrittenProp['value'] {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || !('value' in value) || typeof value.value !== 'string') return undefined;
  const code = value.value.trim();
  const quoted = /^(["'`])((?:(?!\1)[^\\$])*)\1$/.exec(code);
  if (quoted !== null) return quoted[2];
  if (code === 'true' || code === 'false') return code === 'true';
  return /^-?\d+(?:\.\d+)?$/.test(code) ? Number(code) : undefined;
}
