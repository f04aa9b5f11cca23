import type { Rich } from '../../exercise/rich.ts';
import { childrenOf, offsetOf, type Tree } from '../tree.ts';
import type { Fault } from '../fault.ts';
import { inlineOf } from './inline.ts';
import { isMark, marksIn, type Mark } from './marks.ts';

/** One point of an author's list. */
export interface Item {
  /** Where its words begin, or where it does when it has none, UTF-16 units. */
  readonly offset: number;
  /** What its box says; null where it has none. */
  readonly isTicked: boolean | null;
  /** The words of its first line. */
  readonly label: Rich;
  /** Its first line at the arrow; null where there is not just one. */
  readonly sides: readonly [left: Rich, right: Rich] | null;
  readonly misconception: Mark | null;
  readonly expect: Mark | null;
  /** The paragraphs below its first line. */
  readonly why: readonly Rich[];
  readonly faults: readonly Fault[];
}

const ARROW = /\s*(?:→|->)\s*/;

/** Reads a point of a list: its first line, what stands there in braces, and the paragraphs below. */
export function itemOf(node: Extract<Tree, { readonly type: 'listItem' }>): Item {
  const [first, ...others] = node.children;
  const paragraph = first?.type === 'paragraph' ? first : null;
  const [line, below] = firstLine(paragraph?.children ?? []);
  const words = line.filter((part) => !isMark(part));
  const label = inlineOf(words);
  const sides = sidesOf(words);
  const whys = [below, ...others.filter(({ type }) => type === 'paragraph').map(childrenOf)].map(inlineOf);
  const strange = [...(paragraph === null ? node.children.slice(0, 1) : []), ...others.filter(({ type }) => type !== 'paragraph')];
  const { misconception, expect, faults } = marksIn(line);
  return {
    offset: offsetOf(paragraph ?? node),
    isTicked: node.checked ?? null,
    label: label.rich,
    sides,
    misconception,
    expect,
    why: whys.map(({ rich }) => rich).filter(({ text }) => text !== ''),
    faults: [...faults, ...label.faults, ...whys.flatMap((why) => why.faults), ...strange.map(strangeIn)],
  };
}

function strangeIn(node: Tree): Fault {
  const message = node.type === 'list' ? 'A list cannot stand inside an option.' : 'Only paragraphs can stand below an option.';
  return { offset: offsetOf(node), message, hint: 'Write what is to be told as one paragraph or several, as far in as the option’s words.' };
}

/** The parts up to the first end of a line, and those behind it. */
function firstLine(nodes: readonly Tree[]): readonly [readonly Tree[], readonly Tree[]] {
  const at = nodes.findIndex((node) => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')));
  const end = nodes[at];
  if (end?.type !== 'text') return at < 0 ? [nodes, []] : [nodes.slice(0, at), nodes.slice(at + 1)];
  const cut = end.value.indexOf('\n');
  const half = (value: string): Tree => ({ ...end, value });
  return [[...nodes.slice(0, at), half(end.value.slice(0, cut))], [half(end.value.slice(cut + 1)), ...nodes.slice(at + 1)]];
}

function sidesOf(nodes: readonly Tree[]): Item['sides'] {
  const at = nodes.findIndex((node) => node.type === 'text' && ARROW.test(node.value));
  const middle = nodes[at];
  if (middle?.type !== 'text') return null;
  const [before = '', after = '', ...more] = middle.value.split(ARROW);
  const behind = nodes.slice(at + 1);
  if (more.length > 0 || behind.some((node) => node.type === 'text' && ARROW.test(node.value))) return null;
  const half = (value: string): Tree => ({ ...middle, value });
  return [inlineOf([...nodes.slice(0, at), half(before)]).rich, inlineOf([half(after), ...behind]).rich];
}
