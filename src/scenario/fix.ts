import { parse } from './parse.ts';
import type { Problem } from './problem.ts';
import { linesOf } from './token.ts';

/** What was probably meant where the problem is; null where that cannot be told. */
function meantBy({ code, params }: Problem): string | null {
  switch (code) {
    case 'foreign-character':
    case 'unknown-statement':
    case 'unknown-word':
    case 'unknown-host':
    case 'unknown-state':
    case 'unknown-flag':
    case 'unknown-profile':
    case 'unknown-signal':
    case 'unknown-unit':
      return params['nearest'] ?? null;
    case 'flags-without-comma':
      return `${params['first'] ?? ''},${params['second'] ?? ''}`;
    case 'missing-unit':
      return `${params['number'] ?? ''} ms`;
    default:
      return null;
  }
}

/** What to write in a problem's place so that its line has fewer problems than before; null where nothing is known that helps. */
export function fixOf(text: string, problem: Problem): string | null {
  const fixed = meantBy(problem);
  const { line, column, length } = problem.where;
  const lines = linesOf(text);
  const old = lines[line - 1];
  if (fixed === null || old === undefined) return null;
  const fresh = lines.with(line - 1, old.slice(0, column - 1) + fixed + old.slice(column - 1 + length)).join('\n');
  const count = (it: string): number => parse(it).problems.filter(({ where }) => where.line === line).length;
  return count(fresh) < count(text) ? fixed : null;
}
