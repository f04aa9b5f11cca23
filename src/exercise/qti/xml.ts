import { escapeSvg } from '../../diagram/escape.ts';

/** A piece of XML, well-formed in itself. */
export interface Xml {
  readonly xml: string;
}

type Attributes = Readonly<Record<string, string | number | boolean>>;

/** What no XML document may hold, escaped or not (XML 1.0 §2.2). */
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** An element; texts among its children and attributes are escaped. */
export function element(name: string, attributes: Attributes, ...children: readonly (Xml | string)[]): Xml {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join('');
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : child.xml)).join('');
  return { xml: inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>` };
}

/** A text, escaped. */
export function text(words: string): Xml {
  return { xml: escaped(words) };
}

/** Pieces in a row. */
export function joined(pieces: readonly Xml[]): Xml {
  return { xml: pieces.map(({ xml }) => xml).join('') };
}

/** The text of a document with this root. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}

function escaped(text: string): string {
  return escapeSvg(text.replace(UNSPEAKABLE, ''));
}
