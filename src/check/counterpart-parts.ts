import { textOf, within } from './anchors.ts';
import { COMPONENTS, STARLIGHT_COMPONENTS } from './components.ts';
import { offsetOf, type Tree } from './tree.ts';
import { allUsesIn } from './uses.ts';

/** A part of a page that its counterpart in the other language has to have at the same place. */
export interface Part {
  /** How an author calls it: `heading of level 2`, `<Figure>`. */
  readonly name: string;
  /** What of it is the same in every language, by name. */
  readonly facts: Readonly<Record<string, string>>;
  /** What it says, to find it by. */
  readonly words: string;
  /** Where it begins in the text, UTF-16 units. */
  readonly offset: number;
}

/** The components of which both languages have the same number, in the same order: the course's, but for what stands in the flow of a sentence, which each language orders in its own way. An `<Ask>` is compared by its id. */
const COMPARED = Object.keys(COMPONENTS).filter((name) => !['Cite', 'Count', 'Term', 'Ask', 'FlagBits'].includes(name));

/** Props that are words, and differ. */
const WORDS = ['title', 'hint', 'script'];

/** The parts of a page that both languages have, in the order of the text. */
export function partsOf(tree: Tree, text: string): readonly Part[] {
  const headings = within(tree).flatMap((node): readonly Part[] => (node.type === 'heading' ? [{ name: `heading of level ${node.depth}`, facts: {}, words: textOf(node), offset: offsetOf(node) }] : []));
  const fences = within(tree).flatMap((node): readonly Part[] => (node.type === 'code' && (node.lang ?? '') !== '' ? [{ name: `\`\`\`${node.lang ?? ''} block`, facts: {}, words: node.value.split('\n')[0] ?? '', offset: offsetOf(node) }] : []));
  const images = within(tree).flatMap((node): readonly Part[] => (node.type === 'image' ? [{ name: 'image', facts: {}, words: node.alt ?? '', offset: offsetOf(node) }] : []));
  const uses = allUsesIn(tree, text).flatMap(({ name, props, offset }): readonly Part[] => {
    if (!COMPARED.includes(name) || STARLIGHT_COMPONENTS.includes(name)) return [];
    const facts = Object.fromEntries(props.flatMap((prop) => (prop.value === undefined || WORDS.includes(prop.name) ? [] : [[prop.name, String(prop.value)]])));
    const title = props.find((prop) => prop.name === 'title')?.value;
    return [{ name: `<${name}>`, facts, words: typeof title === 'string' ? title : Object.values(facts).join(' '), offset }];
  });
  return [...headings, ...fences, ...images, ...uses].toSorted((one, other) => one.offset - other.offset);
}
