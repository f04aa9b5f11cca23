import type { Obstacle } from '../script.ts';
import type { Token } from './token.ts';

/** A place in a list of tokens. Once something is in the way, every further question answers "no", so that readers need not stop by themselves. */
export interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
  obstacle: Obstacle | null;
}

const END: Token = { kind: 'end', text: '', line: 0 };

/** The token that comes next; of kind `end` after the last one and after an obstacle. */
export function peek(cursor: Cursor, ahead = 0): Token {
  if (cursor.obstacle !== null) return END;
  return cursor.tokens[cursor.at + ahead] ?? cursor.tokens.at(-1) ?? END;
}

/** The line of the next token. */
export function lineOf(cursor: Cursor): number {
  return (cursor.tokens[cursor.at] ?? cursor.tokens.at(-1) ?? END).line;
}

/** Whether something is in the way. */
export function stopped(cursor: Cursor): boolean {
  return cursor.obstacle !== null;
}

/** Notes what keeps the script from being read further; the first one stays. */
export function stopAt(cursor: Cursor, kind: Obstacle['kind'], reason: string, line = lineOf(cursor)): void {
  cursor.obstacle ??= { line, kind, reason };
}

/** Notes that the next token has no place here. */
export function stuck(cursor: Cursor, wanted: string): void {
  const { kind, text } = peek(cursor);
  if (kind === 'bad') return stopAt(cursor, 'unsupported', text);
  stopAt(cursor, 'unsupported', kind === 'end' ? `the script ends where ${wanted} should follow` : `cannot read “${text}” where ${wanted} should follow`);
}

/** Whether the next token is this mark or word. */
export function sees(cursor: Cursor, text: string): boolean {
  const next = peek(cursor);
  return (next.kind === 'mark' || next.kind === 'word') && next.text === text;
}

/** Takes the next token if it is this mark or word. */
export function takes(cursor: Cursor, text: string): boolean {
  if (!sees(cursor, text)) return false;
  cursor.at += 1;
  return true;
}

/** Takes the next token if it is of this kind; its text, or null. */
export function takesKind(cursor: Cursor, kind: Token['kind']): string | null {
  const next = peek(cursor);
  if (next.kind !== kind || kind === 'end') return null;
  cursor.at += 1;
  return next.text;
}

/** Takes this mark or word, or is stuck. */
export function must(cursor: Cursor, text: string): void {
  if (!takes(cursor, text)) stuck(cursor, `“${text}”`);
}

/** Takes an integer, decimal or hexadecimal, or is stuck and gives 0. */
export function mustInteger(cursor: Cursor, wanted: string): number {
  const next = peek(cursor);
  const value = next.kind === 'hex' || next.kind === 'number' ? Number(next.text) : NaN;
  if (Number.isSafeInteger(value)) cursor.at += 1;
  else stuck(cursor, wanted);
  return Number.isSafeInteger(value) ? value : 0;
}
