import type { Call, Value } from '../script.ts';
import { must, mustInteger, peek, sees, stuck, takes, takesKind, type Cursor } from './cursor.ts';
import { mustTime } from './when.ts';

const ANY: Value = { type: 'any' };

function items(cursor: Cursor, close: string): readonly Value[] {
  const found: Value[] = [];
  if (takes(cursor, close)) return found;
  do found.push(readValue(cursor));
  while (takes(cursor, ','));
  must(cursor, close);
  return found;
}

function textValue(cursor: Cursor): Value {
  let text = '';
  for (let next = takesKind(cursor, 'text'); next !== null; next = takesKind(cursor, 'text')) text += next;
  takesKind(cursor, 'ellipsis');
  return { type: 'text', text };
}

/** A word, words joined by `|`, or a conversion such as `htons(8080)`, which stands for what it converts. */
function wordValue(cursor: Cursor): Value {
  const words: string[] = [];
  do {
    const word = takesKind(cursor, 'word');
    const number = word === null ? takesKind(cursor, 'hex') ?? takesKind(cursor, 'number') : null;
    if (word === null && number === null) stuck(cursor, 'a word');
    if (word !== null && takes(cursor, '(')) return items(cursor, ')')[0] ?? ANY;
    words.push(word ?? number ?? '');
  } while (takes(cursor, '|'));
  return { type: 'words', words };
}

/** `msg_name(...)=...`, `fd=4`, `events=EPOLLIN`; anything else between braces is a list. */
function bracesValue(cursor: Cursor): Value {
  const named = peek(cursor).kind === 'word' && (peek(cursor, 1).text === '=' || peek(cursor, 1).text === '(');
  if (!named) return { type: 'list', items: items(cursor, '}') };
  const fields: Record<string, Value> = {};
  do {
    const name = takesKind(cursor, 'word') ?? '';
    if (takes(cursor, '(')) items(cursor, ')');
    must(cursor, '=');
    fields[name] = readValue(cursor);
  } while (takes(cursor, ','));
  must(cursor, '}');
  return { type: 'fields', fields };
}

function numberValue(cursor: Cursor): Value {
  if (peek(cursor, 1).text === '|') return wordValue(cursor);
  return { type: 'number', value: mustInteger(cursor, 'a number') };
}

/** An argument or a result. */
function readValue(cursor: Cursor): Value {
  if (takesKind(cursor, 'ellipsis') !== null) return ANY;
  if (takes(cursor, '[')) return { type: 'list', items: items(cursor, ']') };
  if (takes(cursor, '{')) return bracesValue(cursor);
  switch (peek(cursor).kind) {
    case 'text':
      return textValue(cursor);
    case 'word':
      return wordValue(cursor);
    case 'number':
    case 'hex':
      return numberValue(cursor);
    default:
      stuck(cursor, 'an argument');
      return ANY;
  }
}

/** The words in `(Operation now in progress)` or `(flags O_RDWR|O_NONBLOCK)`: said to the reader, not checked. */
function passNote(cursor: Cursor): void {
  if (!takes(cursor, '(')) return;
  while (!takes(cursor, ')')) {
    if (peek(cursor).kind === 'end') return stuck(cursor, '“)”');
    cursor.at += 1;
  }
}

/** Whether a call stands here: a name with `(` behind it, or the end of a blocking call. */
export function seesCall(cursor: Cursor): boolean {
  return peek(cursor).kind === 'ellipsis' || (peek(cursor).kind === 'word' && peek(cursor, 1).text === '(');
}

/** A system call with its result: `+0...0.2 accept(3, ..., ...) = 4`. */
export function readCall(cursor: Cursor): Call {
  const until = takesKind(cursor, 'ellipsis') === null ? null : mustTime(cursor);
  const name = takesKind(cursor, 'word') ?? '';
  must(cursor, '(');
  const args = items(cursor, ')');
  must(cursor, '=');
  const result = readValue(cursor);
  const errno = peek(cursor).kind === 'word' && /^E[A-Z0-9]+$/.test(peek(cursor).text) ? takesKind(cursor, 'word') : null;
  if (sees(cursor, '(')) passNote(cursor);
  return { name, args, result, errno, until };
}
