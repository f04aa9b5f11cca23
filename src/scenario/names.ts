import { EMPTY_SCENARIO } from '../simulation/scenario.ts';
import { isWord, type Line, type Names } from './line.ts';
import { linesOf, tokenise } from './token.ts';

/** How the hosts are called where no line names them. */
export const DEFAULT_NAMES: Names = { A: EMPTY_SCENARIO.hosts.A.name, B: EMPTY_SCENARIO.hosts.B.name };

/** The names that the first `hosts` line gives, which hold in the whole text; null where it gives none. */
export function namesIn(lines: readonly Pick<Line, 'tokens'>[]): Names | null {
  const line = lines.find((it) => isWord(it, 0, 'hosts'));
  if (line === undefined) return DEFAULT_NAMES;
  const [left, right, more] = line.tokens.slice(1).filter((token) => token.text !== ',');
  return left?.kind === 'word' && right?.kind === 'word' && more === undefined ? { A: left.text, B: right.text } : null;
}

/** How the hosts are called in a text, whatever is wrong with it. */
export function namesOf(text: string): Names {
  return namesIn(linesOf(text).filter((line) => /^\s*hosts(?![\w-])/i.test(line)).map((line) => ({ tokens: tokenise(line) }))) ?? DEFAULT_NAMES;
}
