/** An element of a drawing: its attributes as written and its children; text stays escaped. */
export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SvgNode | string)[];
}

const TOKEN = /<!--[^]*?-->|<(\/?)([\w:-]+)((?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>|([^<]+)/gu;
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** The tree of a well-formed SVG text; throws where its tags do not match, which is a fault of ours or of Mermaid's. */
export function parseSvg(svg: string): SvgNode {
  const top: (SvgNode | string)[] = [];
  const open: { readonly tag: string; readonly attributes: Record<string, string>; readonly children: (SvgNode | string)[] }[] = [];
  for (const [, closing, tag, attributes = '', selfClosing, text] of svg.matchAll(TOKEN)) {
    const siblings = open.at(-1)?.children ?? top;
    if (text !== undefined) siblings.push(text);
    else if (tag === undefined) continue;
    else if (closing === '/') {
      if (open.pop()?.tag !== tag) throw new Error(`</${tag}> closes nothing`);
    } else {
      const node = { tag, attributes: attributesOf(attributes), children: [] };
      siblings.push(node);
      if (selfClosing !== '/') open.push(node);
    }
  }
  const root = top.find((node) => typeof node !== 'string');
  if (root === undefined || open.length > 0) throw new Error('not a whole SVG');
  return root;
}

/** Every element below the node, in document order, but nothing inside `defs`. */
export function elementsOf(node: SvgNode): readonly SvgNode[] {
  return node.children.flatMap((child) => (typeof child === 'string' || child.tag === 'defs' || child.tag === 'style' ? [] : [child, ...elementsOf(child)]));
}

/** All the text below the node, still escaped. */
export function textOf(node: SvgNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** Whether the element has the class. */
export function hasClass(node: SvgNode, name: string): boolean {
  return (node.attributes['class'] ?? '').split(/\s+/u).includes(name);
}

/** The attribute as a number; 0 where it is absent or none. */
export function numberOf(node: SvgNode, name: string): number {
  const value = Number.parseFloat(node.attributes[name] ?? '');
  return Number.isFinite(value) ? value : 0;
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) attributes[name] = double ?? single ?? '';
  return attributes;
}
