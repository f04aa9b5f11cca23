import type { Problem } from '../scenario/problem.ts';
import { fill } from './fill.ts';
import type { Words } from './sentence.ts';

/** What is wrong, and what to do about it. */
export interface ProblemText {
  readonly message: string;
  readonly hint: string;
}

/** The sentences of a problem with a scenario's text, in the language of `words`; a missing one gives the problem's code. */
export function problemText({ code, params }: Problem, words: Words): ProblemText {
  return { message: fill(words[`problem.${code}`] ?? code, params), hint: fill(words[`problem.${code}.hint`] ?? '', params) };
}
