import { fileURLToPath } from 'node:url';
import { printed, sorted, type ContentProblem } from '../check/problem.ts';
import { ROOT } from '../check/course.ts';

/** All these problems, one or more, as one error, which Astro shows at the place of the first, with its hint. */
export function contentError(problems: readonly ContentProblem[]): Error {
  const [first, ...others] = sorted(problems);
  const rest = others.map((problem) => `\n${printed(problem, fileURLToPath(ROOT))}`).join('');
  const error = new Error(`${first?.message ?? ''}${rest === '' ? '' : `\n\nand ${others.length} more:${rest}`}`);
  // Where our code noticed it helps nobody who looks for it in theirs.
  error.stack = `ContentError: ${error.message}`;
  // Astro takes any error whose text has the word “window” for a browser's, and replaces its hint.
  return Object.assign(error, { name: 'ContentError', toString: () => 'ContentError', hint: first?.hint, loc: { file: first?.file, line: first?.line, column: first?.column } });
}
