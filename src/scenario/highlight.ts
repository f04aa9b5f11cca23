import { SIGNALS } from '../tcp/effect.ts';
import { isWord, type Names } from './line.ts';
import { DEFAULT_NAMES } from './names.ts';
import { roleOf, type Role } from './role.ts';
import { tokenise, type Token } from './token.ts';

/** What a part of a line is: a word by its role in the notation, one of the two hosts, a number, what users are told, a comment, or nothing that the notation knows. */
export type HighlightRole = Role | 'host-a' | 'host-b' | 'number' | 'signal' | 'comment' | 'unknown';

/** A part of a line, UTF-16 units from its beginning, and what it is. */
export interface Highlight {
  readonly from: number;
  readonly to: number;
  readonly role: HighlightRole;
}

const TOLD = SIGNALS.map((signal) => tokenise(signal).map(({ text }) => text));

/** How many tokens from `at` on are what users are told. */
function signalAt(tokens: readonly Token[], at: number): number {
  if (!isWord({ tokens }, at - 1, 'told')) return 0;
  const fitting = TOLD.filter((words) => words.every((word, i) => isWord({ tokens }, at + i, word)));
  return Math.max(0, ...fitting.map(({ length }) => length));
}

function roleAt(tokens: readonly Token[], at: number, names: Names): HighlightRole | null {
  const { kind, text } = tokens[at] ?? { kind: 'mark', text: '' };
  switch (kind) {
    case 'mark':
      return null;
    case 'number':
    case 'ordinal':
      return 'number';
    case 'strange':
      return 'unknown';
    case 'word':
      if (isWord({ tokens }, at, names.A)) return 'host-a';
      if (isWord({ tokens }, at, names.B)) return 'host-b';
      return roleOf(text) ?? 'unknown';
  }
}

/** The parts of a line of a text whose hosts are called so, in order, without overlap; commas, colons and blanks are in none. */
export function highlights(line: string, names: Names = DEFAULT_NAMES): readonly Highlight[] {
  const tokens = tokenise(line);
  const found: Highlight[] = [];
  let told = 0;
  for (const [at, { column, text }] of tokens.entries()) {
    told = Math.max(told - 1, signalAt(tokens, at));
    const role = told > 0 && text !== ':' ? 'signal' : roleAt(tokens, at, names);
    if (role !== null) found.push({ from: column - 1, to: column - 1 + text.length, role });
  }
  const comment = line.indexOf('#');
  return comment < 0 ? found : [...found, { from: comment, to: line.length, role: 'comment' }];
}
