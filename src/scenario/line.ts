import type { HostId } from '../simulation/scenario.ts';
import type { ParamsOf, Problem, ProblemCode } from './problem.ts';
import type { Token } from './token.ts';

/** The names of the two hosts. */
export type Names = Readonly<Record<HostId, string>>;

/** One line that says something, with what is needed to read it. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** One or more. */
  readonly tokens: readonly Token[];
  readonly names: Names;
}

/** Whether the token at `at` is `word`, in whatever case. */
export function isWord(line: Pick<Line, 'tokens'>, at: number, word: string): boolean {
  const text = line.tokens[at]?.text;
  return text?.length === word.length && text.toLowerCase() === word.toLowerCase();
}

/** The tokens `from`…`to`−1 as text, one blank between words. */
export function textOf(line: Line, from: number, to: number): string {
  return line.tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ')
    .replace(/ ([,:])/g, '$1');
}

/** A problem with the tokens `from`…`to`−1; where there are none (the line has ended), with its last token. */
export function problemAt<C extends ProblemCode>(line: Line, from: number, to: number, code: C, params: ParamsOf<C>): Problem {
  const first = line.tokens[from] ?? line.tokens.at(-1);
  const last = line.tokens[to - 1] ?? line.tokens.at(-1);
  const column = first?.column ?? 1;
  const end = last === undefined ? column + 1 : last.column + last.text.length;
  return { where: { line: line.number, column, length: Math.max(1, end - column) }, code, params };
}
