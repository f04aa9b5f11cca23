import type { z } from 'astro/zod';
import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Fault } from './fault.ts';
import { issueFaults } from './issue.ts';

/** A JSON file of the course, read. */
export interface JsonFile<Data> {
  /** Null where it is no JSON, or not of its form. */
  readonly data: Data | null;
  readonly faults: readonly Fault[];
  /** Where the value at this path begins in the text, or what holds it. */
  readonly offsetOf: (path: readonly PropertyKey[]) => number;
}

/** What is said of each mistake in the syntax of JSON. */
const SYNTAX: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  CommaExpected: ['A comma is missing before this.', 'Put one behind what stands before.'],
  ColonExpected: ['A colon is missing here.', 'Write "name": value.'],
  PropertyNameExpected: ['A name in quotation marks should stand here.', 'Take the comma before it away, or write "name": value.'],
  ValueExpected: ['A value should stand here.', 'Take the comma before it away, or write the value.'],
  CloseBraceExpected: ['A “}” is missing here.', 'Close what was opened with “{”.'],
  CloseBracketExpected: ['A “]” is missing here.', 'Close what was opened with “[”.'],
  UnexpectedEndOfString: ['This text has no end.', 'Put a quotation mark behind it, on the same line.'],
  InvalidCommentToken: ['JSON has no comments.', 'Take it away.'],
  EndOfFileExpected: ['The file should have ended before this.', 'Take it away, or look for a bracket too many before it.'],
};

/** Reads a JSON text as what the form says. */
export function readJson<Data>(text: string, form: z.ZodType<Data>): JsonFile<Data> {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [error] = errors;
  const offsetOf = (path: readonly PropertyKey[]): number => placeIn(tree, path);
  if (error !== undefined || tree === undefined) {
    const code = error === undefined ? 'ValueExpected' : printParseErrorCode(error.error);
    const [message, hint] = SYNTAX[code] ?? ['This is not JSON.', 'Look for a quotation mark, a comma or a bracket that is missing before it.'];
    return { data: null, faults: [{ offset: error?.offset ?? 0, message, hint }], offsetOf };
  }
  const repeats = repeated(tree);
  const value: unknown = JSON.parse(text);
  const result = form.safeParse(value);
  const faults = result.success ? [] : result.error.issues.flatMap((issue) => issueFaults(issue, { value, form, offsetOf, keyOf: (path) => keyIn(tree, path) }));
  return { data: result.success ? result.data : null, faults: [...repeats, ...faults], offsetOf };
}

function placeIn(tree: Node | undefined, path: readonly PropertyKey[]): number {
  if (tree === undefined) return 0;
  const found = findNodeAtLocation(tree, path.map((part) => (typeof part === 'number' ? part : String(part))));
  return found?.offset ?? (path.length === 0 ? 0 : placeIn(tree, path.slice(0, -1)));
}

/** Where the name of the last part of the path stands. */
function keyIn(tree: Node, path: readonly PropertyKey[]): number {
  const found = findNodeAtLocation(tree, path.map((part) => (typeof part === 'number' ? part : String(part))));
  return (found?.parent?.type === 'property' ? found.parent.offset : found?.offset) ?? placeIn(tree, path);
}

/** Names that an object has twice: JSON takes the last of them, in silence. */
function repeated(node: Node): readonly Fault[] {
  const names = node.type === 'object' ? (node.children ?? []).flatMap(({ children }) => children?.slice(0, 1) ?? []) : [];
  const seen = new Set<unknown>();
  const twice = names.filter(({ value }) => {
    const isRepeated = seen.has(value);
    seen.add(value);
    return isRepeated;
  });
  return [
    ...twice.map(({ value, offset }) => ({ offset, message: `“${String(value)}” stands here twice.`, hint: 'Take one of the two away, or give it another name.' })),
    ...(node.children ?? []).flatMap(repeated),
  ];
}
