import type { Tree } from '../tree.ts';
import { offsetOf } from '../tree.ts';
import { nearest } from '../nearest.ts';
import type { Fault } from '../fault.ts';

/** What an option can say of itself, in braces behind its words. */
const MARKS = ['misconception', 'expect'] as const;

/** A mark's value, and where that stands, UTF-16 units. */
export interface Mark {
  readonly value: string;
  readonly offset: number;
}

/** The marks of an option, with what is wrong in them. */
export interface Marks {
  readonly misconception: Mark | null;
  /** An expectation of the notation, without `expect`. */
  readonly expect: Mark | null;
  readonly faults: readonly Fault[];
}

const WRITTEN = /^\s*([A-Za-z]+)\s*=\s*(["'])(.*)\2\s*$/s;

/** Reads what stands in braces among these parts; everything else in them is left alone. */
export function marksIn(nodes: readonly Tree[]): Marks {
  const found = new Map<string, Mark>();
  const faults: Fault[] = [];
  for (const node of nodes) {
    if (node.type !== 'mdxTextExpression' || isComment(node.value)) continue;
    const offset = offsetOf(node);
    const [, name, quote, value] = WRITTEN.exec(node.value) ?? [];
    if (name === undefined || quote === undefined || value === undefined) {
      faults.push({ offset, message: `{${node.value}} is nothing that an option can say of itself.`, hint: 'Write {misconception="…"} or {expect="…"}, each in braces of its own.' });
    } else if (!MARKS.some((mark) => mark === name)) {
      faults.push({ offset, message: `An option has no “${name}”.`, hint: `Did you mean “${nearest(name, MARKS)}”? An option has ${MARKS.join(' and ')}.` });
    } else if (found.has(name)) {
      faults.push({ offset, message: `This option has “${name}” twice.`, hint: 'Leave one of them out.' });
    } else {
      found.set(name, { value, offset: offset + 1 + node.value.indexOf(quote) + 1 });
    }
  }
  return { misconception: found.get('misconception') ?? null, expect: found.get('expect') ?? null, faults };
}

/** Whether the part is in braces: a mark, or a comment. */
export function isMark(node: Tree): boolean {
  return node.type === 'mdxTextExpression';
}

function isComment(code: string): boolean {
  return code.trim().startsWith('/*');
}
