import type { Asked } from '../../exercise/asked.ts';
import type { Difficulty } from '../../exercise/difficulty.ts';
import { TOPICS } from '../../exercise/topic.ts';
import { childrenOf, offsetOf, type Element, type Tree } from '../tree.ts';
import { propsOf } from '../uses.ts';
import type { Fault } from '../fault.ts';
import { ANSWERS, formOf } from './form.ts';
import { inlineOf } from './inline.ts';
import { itemOf, type Item } from './item.ts';

/** An author's question as it stands in a lesson. */
export interface ReadAsk {
  /** Null where it is not written as it should be. */
  readonly asked: Asked | null;
  /** The name of the scenario that it is about; null where it is about none. */
  readonly scenario: string | null;
  readonly items: readonly Item[];
  readonly faults: readonly Fault[];
}

/** Reads what stands inside an `<Ask>`: paragraphs, the last of which is the question, and a list of answers. Its props are judged elsewhere. */
export function readAsk(element: Element): ReadAsk {
  const props = propsOf(element);
  const offset = offsetOf(element);
  const children = childrenOf(element);
  const list = children.find((child) => child.type === 'list');
  const before = children.slice(0, list === undefined ? children.length : children.indexOf(list));
  const paragraphs = before.filter(({ type }) => type === 'paragraph').map((paragraph) => inlineOf(childrenOf(paragraph)));
  const items = childrenOf(list ?? element).flatMap((child) => (child.type === 'listItem' ? [itemOf(child)] : []));
  const answer = ANSWERS.find((one) => one === props['answer']) ?? null;
  const formed = list === undefined ? null : formOf(items, answer, offset);
  const faults = [
    ...standing(element),
    ...children.filter((child) => child !== list && (child.type !== 'paragraph' || !before.includes(child))).map(misplaced),
    ...(list?.type === 'list' && list.ordered === true ? [{ offset: offsetOf(list), message: 'The answers of an <Ask> have no numbers.', hint: 'Begin each with “- [x]” or “- [ ]”.' }] : []),
    ...(paragraphs.length > 0 || list === undefined ? [] : [{ offset, message: 'This <Ask> asks nothing.', hint: 'Write the question as a paragraph before the answers.' }]),
    ...(list === undefined && children.length > 0 ? [{ offset, message: 'This <Ask> has no answers.', hint: 'Write a list below the question: “- [x] …” for a right one, “- [ ] …” for a wrong one, feedback on the next line.' }] : []),
    ...(children.length === 0 ? [{ offset, message: 'This <Ask> is empty.', hint: 'Write the question and, below it, the list of its answers between <Ask …> and </Ask>, each on lines of their own.' }] : []),
    ...paragraphs.flatMap((paragraph) => paragraph.faults),
    ...items.flatMap((item) => item.faults),
    ...(formed?.faults ?? []),
  ];
  const { id, hint, difficulty = 1 } = props;
  const topic = TOPICS.find((one) => one === props['topic']);
  const level = ([1, 2, 3] as const).find((one): one is Difficulty => one === difficulty);
  const question = paragraphs.at(-1)?.rich;
  const isWhole = faults.length === 0 && typeof id === 'string' && typeof hint === 'string' && topic !== undefined && level !== undefined && question !== undefined;
  const form = formed?.form ?? null;
  return {
    asked: isWhole && form !== null ? { name: id, topic, difficulty: level, given: paragraphs.slice(0, -1).map(({ rich }) => rich), question, hint, form } : null,
    scenario: typeof props['scenario'] === 'string' ? props['scenario'] : null,
    items,
    faults,
  };
}

function standing(element: Element): readonly Fault[] {
  if (element.type === 'mdxJsxFlowElement') return [];
  return [{ offset: offsetOf(element), message: 'An <Ask> has to stand on lines of its own.', hint: 'Leave an empty line before it, and write <Ask …> and </Ask> each on a line of its own.' }];
}

function misplaced(node: Tree): Fault {
  const hint = 'An <Ask> has paragraphs, the last of which is the question, and then one list. Put anything else before it.';
  return { offset: offsetOf(node), message: node.type === 'list' ? 'This <Ask> has a second list.' : 'This cannot stand in an <Ask>.', hint };
}
