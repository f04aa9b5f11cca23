import type { Want } from './leaf/leaf.ts';
import type { Names } from './line.ts';
import { match } from './match.ts';
import { tokenise, type Token } from './token.ts';

/** What can follow the beginning of a line. */
export interface Expected {
  /** Whether it is a whole sentence already. */
  readonly whole: boolean;
  /** What could stand next, without repetition of words; nothing where no sentence begins so. */
  readonly wants: readonly Want[];
}

/** The lines of which it is known; the same ones are asked about again with every letter typed. */
const known = new Map<string, Expected>();

const MOST_KNOWN = 1000;

/** What can follow these tokens, which begin a line, in a text whose hosts are called so. */
export function expectedAfter(tokens: readonly Token[], names: Names): Expected {
  const key = [names.A, names.B, ...tokens.map(({ column, text }) => `${column}${text}`)].join(' ');
  const expected = known.get(key) ?? find(tokens, names);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, expected);
  return expected;
}

function find(tokens: readonly Token[], names: Names): Expected {
  const { readings, deadEnds, open } = match('statement', { number: 1, tokens, names });
  const wants = new Map<string, Want>();
  for (const { at, problems, wants: here } of [...deadEnds, ...open]) {
    if (at === tokens.length && problems.length === 0) for (const want of here) wants.set(JSON.stringify(want), want);
  }
  return { whole: readings.some(({ problems }) => problems.length === 0), wants: [...wants.values()] };
}

/** Whether a line, up to its comment, is a whole sentence in a text whose hosts are called so. */
export function isSentence(line: string, names: Names): boolean {
  return expectedAfter(tokenise(line), names).whole;
}
