import { citeOf } from '../../components/cite.ts';
import { escapeSvg } from '../../diagram/escape.ts';
import type { Rich } from '../../exercise/rich.ts';
import { childrenOf, offsetOf, type Element, type Tree } from '../tree.ts';
import { propsOf } from '../uses.ts';
import type { Fault } from '../fault.ts';

/** Words of a lesson, with what is wrong in them. */
export interface Inline {
  readonly rich: Rich;
  readonly faults: readonly Fault[];
}

const NOTHING: Inline = { rich: { text: '', html: '' }, faults: [] };

/** What words an author's question may be written in, as text and as HTML. */
export function inlineOf(nodes: readonly Tree[]): Inline {
  const { rich, faults } = nodes.map(one).reduce(joined, NOTHING);
  return { rich: { text: rich.text.trim(), html: rich.html.trim() }, faults };
}

function joined(before: Inline, { rich, faults }: Inline): Inline {
  return { rich: { text: before.rich.text + rich.text, html: before.rich.html + rich.html }, faults: [...before.faults, ...faults] };
}

function one(node: Tree): Inline {
  switch (node.type) {
    case 'text': {
      const text = node.value.replace(/\s+/g, ' ');
      return { rich: { text, html: escapeSvg(text) }, faults: [] };
    }
    case 'inlineCode':
      return { rich: { text: node.value, html: `<code>${escapeSvg(node.value)}</code>` }, faults: [] };
    case 'break':
      return { rich: { text: ' ', html: ' ' }, faults: [] };
    case 'emphasis':
      return within(node, '<em>', '</em>');
    case 'strong':
      return within(node, '<strong>', '</strong>');
    case 'link':
      return within(node, `<a href="${escapeSvg(node.url)}">`, '</a>');
    case 'mdxJsxTextElement':
      return node.name === 'Cite' ? cite(node) : unfit(node);
    default:
      return unfit(node);
  }
}

function within(node: Tree, before: string, after: string): Inline {
  const { rich, faults } = childrenOf(node).map(one).reduce(joined, NOTHING);
  return { rich: { text: rich.text, html: before + rich.html + after }, faults };
}

function cite(node: Element): Inline {
  const { section, rfc } = propsOf(node);
  const { prefix, shown, url } = citeOf({ ...(typeof section === 'string' ? { section } : {}), ...(typeof rfc === 'number' ? { rfc } : {}) });
  const said = [prefix, shown].filter((part) => part !== '').join(' ');
  return { rich: { text: said, html: `<a class="isl-cite" href="${escapeSvg(url)}">${escapeSvg(said)}</a>` }, faults: [] };
}

function unfit(node: Tree): Inline {
  const fault = { offset: offsetOf(node), message: 'This cannot stand in the words of an <Ask>.', hint: 'There is room for text, `code`, *emphasis*, links and <Cite>; put anything else before the <Ask>.' };
  return { ...NOTHING, faults: [fault] };
}
