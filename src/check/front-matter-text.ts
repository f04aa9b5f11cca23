import { isNode, isScalar, parseDocument, visit, type Document, type Pair } from 'yaml';
import type { Fault } from './fault.ts';

/** The front matter of a page, read, with the place of each of its parts. */
export interface FrontMatterText {
  /** Empty where there is none, or where it is no YAML. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
  /** Where the value at this path begins in the page, or what holds it, UTF-16 units. */
  readonly offsetOf: (path: readonly PropertyKey[]) => number;
  /** Where its name begins, or what would hold it. */
  readonly keyOf: (path: readonly PropertyKey[]) => number;
}

const FENCED = /^(\uFEFF?---[ \t]*\r?\n)([^]*?)^---[ \t]*$/m;

/** Reads what stands between the two lines `---` at the beginning of a page. */
export function frontMatterIn(text: string): FrontMatterText {
  const [, opening = '', yaml] = FENCED.exec(text) ?? [];
  const nothing = { data: {}, offsetOf: () => 0, keyOf: () => 0 };
  if (yaml === undefined || !text.startsWith(opening)) {
    return { ...nothing, faults: [{ offset: 0, message: 'This page has no front matter.', hint: 'Begin it with a line “---”, a line “title: …”, and another line “---”.' }] };
  }
  const document = parseDocument(yaml, { schema: 'yaml-1.1', prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { message, hint } = worded(error.code, error.message);
    return { ...nothing, faults: [{ offset: opening.length + (error.code === 'MISSING_CHAR' ? openedAt(document, error.pos[0]) : error.pos[0]), message, hint }] };
  }
  const data: unknown = document.toJS();
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return { ...nothing, faults: [{ offset: opening.length, message: 'The front matter has no names with values.', hint: 'Write lines such as “title: My page”.' }] };
  }
  return {
    data: data as Readonly<Record<string, unknown>>,
    faults: [],
    offsetOf: (path) => (path.length === 0 ? 0 : opening.length + placeIn(document, path)),
    keyOf: (path) => opening.length + keyIn(document, path),
  };
}

/** Where the text in quotation marks begins that has no end before this place. */
function openedAt(document: Document, end: number): number {
  const begun: number[] = [];
  visit(document, {
    Scalar(_, { range }) {
      if (range && range[0] < end && range[1] >= end) begun.push(range[0]);
    },
  });
  return begun.at(-1) ?? end;
}

function placeIn(document: Document, path: readonly PropertyKey[]): number {
  const found = document.getIn(path, true);
  if (isNode(found) && found.range) return found.range[0];
  return path.length === 0 ? 0 : keyIn(document, path.slice(0, -1));
}

function keyIn(document: Document, path: readonly PropertyKey[]): number {
  const value = document.getIn(path, true);
  const places: number[] = [];
  visit(document, {
    Pair(_, pair: Pair) {
      if (pair.value === value && value !== undefined && isScalar(pair.key) && pair.key.range) places.push(pair.key.range[0]);
    },
  });
  return places[0] ?? placeIn(document, path);
}

function worded(code: string, message: string): Pick<Fault, 'message' | 'hint'> {
  switch (code) {
    case 'DUPLICATE_KEY':
      return { message: 'This stands in the front matter twice.', hint: 'Take one of the two away.' };
    case 'MISSING_CHAR':
      return { message: 'The front matter is not YAML: a quotation mark, or another sign that closes, is missing.', hint: 'Put one at the end of what it opens here.' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return { message: 'The front matter is not YAML: this line has a second “: ”.', hint: 'Put the whole value into quotation marks.' };
    case 'TAB_AS_INDENT':
      return { message: 'The front matter is not YAML: a tab stands before this.', hint: 'Use blanks.' };
    default:
      return { message: `The front matter is not YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`, hint: 'Put a value that has “:”, “#”, “[” or a quotation mark in it into quotation marks.' };
  }
}
