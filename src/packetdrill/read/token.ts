import type { ProfileName } from '../../tcp/profile.ts';

/** One token of a script. `end` closes every list of tokens; `bad` carries what is wrong in `text`. */
export interface Token {
  readonly kind: 'option' | 'number' | 'hex' | 'word' | 'text' | 'command' | 'code' | 'address' | 'ellipsis' | 'mark' | 'end' | 'bad';
  /** As written, without the delimiters of `text`, `command`, `code` and without the `--` of `option`. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** The symbols that a run defines; null: defined without a value. */
export type Definitions = ReadonlyMap<string, string | null>;

/** What a run under the RFC defines: the dialect's scripts write what the standard asks for under it. */
export const STANDARD: Definitions = new Map([['STANDARD', null]]);

/** What Linux's own suite says of its scripts: a cookie that the host has given, whichever it is. */
const LINUX: Definitions = new Map([['Linux', null], ['TFO_COOKIE', '5eed000a5eed001a']]);

/** What a run defines where it is not told: the name of the system, as packetdrill does on that system. */
export const DEFINED: Readonly<Record<ProfileName, Definitions>> = {
  rfc9293: STANDARD,
  linux: LINUX,
  freebsd: new Map([['FreeBSD', null]]),
};

interface Lexer {
  readonly text: string;
  at: number;
  line: number;
  readonly tokens: Token[];
  readonly defined: Map<string, string | null>;
  /** How deep the conditions are nested that hold here. */
  depth: number;
}

const DELIMITED: readonly (readonly [Token['kind'], RegExp, number])[] = [
  ['text', /"(?:\\[^]|[^"\\])*"/y, 1],
  ['command', /`(?:\\[^]|[^`\\])*`/y, 1],
  ['code', /%\{[^]*?\}%/y, 2],
];

const PLAIN: readonly (readonly [Token['kind'], RegExp])[] = [
  ['option', /--[A-Za-z0-9_]+/y],
  ['address', /\d+\.\d+\.\d+\.\d+/y],
  ['hex', /0x[0-9a-fA-F]+(?![A-Za-z0-9_])/y],
  ['number', /-?\d*\.\d+(?![A-Za-z_])/y],
  ['number', /-?\d+(?![A-Za-z0-9_])/y],
  ['word', /[A-Za-z0-9_]+/y],
  ['ellipsis', /\.\.\./y],
  ['mark', /[^\s]/y],
];

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}

function advance(lexer: Lexer, passed: string): void {
  lexer.at += passed.length;
  lexer.line += linesIn(passed);
}

function push(lexer: Lexer, kind: Token['kind'], text: string): void {
  lexer.tokens.push({ kind, text, line: lexer.line });
}

function unquoted(value: string): readonly [Token['kind'], string] {
  if (/^".*"$/s.test(value)) return ['text', value.slice(1, -1)];
  if (/^`.*`$/s.test(value)) return ['command', value.slice(1, -1)];
  return [/^-?\d+$/.test(value) ? 'number' : 'word', value];
}

function pushWord(lexer: Lexer, word: string): void {
  const value = lexer.defined.get(word);
  if (value === undefined || value === null) push(lexer, 'word', word);
  else push(lexer, ...unquoted(value));
}

function restOfLine(lexer: Lexer): string {
  return matchAt(/[^\n]*\n?/y, lexer.text, lexer.at) ?? '';
}

/** Passes over the lines that a condition leaves out, up to its `#else` (where one may hold) or its `#endif`. */
function passOver(lexer: Lexer, elseHolds: boolean): void {
  let nested = 0;
  while (lexer.at < lexer.text.length) {
    const line = restOfLine(lexer);
    advance(lexer, line);
    const word = /^\s*#\s*(\w+)/.exec(line)?.[1] ?? '';
    if (word.startsWith('if')) nested += 1;
    else if (word === 'endif' && nested === 0) return;
    else if (word === 'endif') nested -= 1;
    else if (word === 'else' && nested === 0 && elseHolds) {
      lexer.depth += 1;
      return;
    }
  }
  push(lexer, 'bad', '#ifdef without #endif');
}

function directive(lexer: Lexer): void {
  const line = restOfLine(lexer);
  const [, word = '', name = ''] = /^#\s*(\w*)\s*(\w*)/.exec(line) ?? [];
  if (word === 'ifdef' || word === 'ifndef') {
    const holds = lexer.defined.has(name) === (word === 'ifdef');
    advance(lexer, line);
    if (holds) lexer.depth += 1;
    else passOver(lexer, true);
  } else if ((word === 'else' || word === 'endif') && lexer.depth > 0) {
    advance(lexer, line);
    lexer.depth -= 1;
    if (word === 'else') passOver(lexer, false);
  } else {
    push(lexer, 'bad', `unknown directive ${line.trim()}`);
    advance(lexer, line);
  }
}

function atLineStart(lexer: Lexer): boolean {
  return /(?:^|\n)[ \t]*$/.test(lexer.text.slice(Math.max(0, lexer.text.lastIndexOf('\n', lexer.at - 1)), lexer.at));
}

function delimited(lexer: Lexer): boolean {
  for (const [kind, pattern, edge] of DELIMITED) {
    const found = matchAt(pattern, lexer.text, lexer.at);
    if (found === null) continue;
    push(lexer, kind, kind === 'text' ? found.slice(edge, -edge) : found.slice(edge, -edge).trim());
    advance(lexer, found);
    return true;
  }
  return false;
}

function plain(lexer: Lexer): void {
  for (const [kind, pattern] of PLAIN) {
    const found = matchAt(pattern, lexer.text, lexer.at);
    if (found === null) continue;
    if (kind === 'word') pushWord(lexer, found);
    else push(lexer, kind, kind === 'option' ? found.slice(2) : found);
    advance(lexer, found);
    return;
  }
}

function next(lexer: Lexer): void {
  const blank = matchAt(/(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)+/y, lexer.text, lexer.at);
  if (blank !== null) return advance(lexer, blank);
  if (lexer.text[lexer.at] === '#' && atLineStart(lexer)) return directive(lexer);
  if (!delimited(lexer)) plain(lexer);
}

/** `--define=NAME=VALUE` lines define symbols for the whole script, as a run does. */
function definedBy(text: string, given: Definitions): Map<string, string | null> {
  const defined = new Map(given);
  for (const [, name = '', value] of text.matchAll(/^[ \t]*--define=(\w+)(?:=(.*))?$/gm)) defined.set(name, value?.trim() ?? null);
  return defined;
}

/** The tokens of a script, comments and what `#ifdef` leaves out passed over, the last one of kind `end`. Never throws. */
export function tokenise(text: string, given: Definitions): readonly Token[] {
  const lexer: Lexer = { text, at: 0, line: 1, tokens: [], defined: definedBy(text, given), depth: 0 };
  while (lexer.at < text.length) next(lexer);
  if (lexer.depth > 0) push(lexer, 'bad', '#ifdef without #endif');
  push(lexer, 'end', '');
  return lexer.tokens;
}
