import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Content } from './content.ts';
import { excerptOf } from './excerpt.ts';
import { isWarning, pathBelow, type ContentProblem } from './problem.ts';

/** How the parts of a report look; each as it is where nothing is said. */
export interface Look {
  readonly place?: (text: string) => string;
  readonly error?: (text: string) => string;
  readonly warning?: (text: string) => string;
  readonly margin?: (text: string) => string;
  readonly hint?: (text: string) => string;
}

const asItIs = (text: string) => text;

/** A problem in this text with its place, the line that it is in, a caret below the column, and what to do about it. */
export function toldProblem(problem: ContentProblem, source: string, root: URL, { place = asItIs, error = asItIs, warning = asItIs, margin = asItIs, hint = asItIs }: Look = {}): string {
  const { file, line, column, message } = problem;
  const excerpt = excerptOf(source, line, column);
  const kind = isWarning(problem) ? warning('warning') : error('error');
  return [
    `${place(`${pathBelow(fileURLToPath(root), file)}:${line}:${column}`)}  ${kind}  ${message}`,
    ...(excerpt === null ? [] : [`${margin(excerpt.margin)}${excerpt.code}`, `${margin(`${' '.repeat(excerpt.margin.length - 2)}| `)}${(isWarning(problem) ? warning : error)(excerpt.caret)}`]),
    ` ${hint(problem.hint)}`,
  ].join('\n');
}

/** Each problem as it is told, with an empty line between them. */
export function report(problems: readonly ContentProblem[], root: URL, look: Look = {}): string {
  const texts = new Map(problems.map(({ file }) => [file, existsSync(file) ? readFileSync(file, 'utf8') : '']));
  return problems.map((problem) => toldProblem(problem, texts.get(problem.file) ?? '', root, look)).join('\n\n');
}

/** How many problems there are, in how many files; or what was looked through in vain. */
export function summary(problems: readonly ContentProblem[], { library, pages }: Pick<Content, 'library' | 'pages'>): string {
  if (problems.length === 0) return `No problems in ${counted(library.names.length, 'scenario')} and ${counted(pages.length, 'page')}.`;
  const warnings = problems.filter(isWarning).length;
  const errors = problems.length - warnings;
  const kinds = [...(errors > 0 ? [counted(errors, 'problem')] : []), ...(warnings > 0 ? [counted(warnings, 'warning')] : [])].join(' and ');
  return `${kinds} in ${counted(new Set(problems.map(({ file }) => file)).size, 'file')}.`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
