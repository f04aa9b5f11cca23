/** Something wrong in what an author wrote. */
export interface ContentProblem {
  /** The file, as a path of this machine. */
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  /** Counts from 1, UTF-16 units. */
  readonly column: number;
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

/** The line and column, from 1, of an offset in the text. */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** A problem as one line for a terminal: `content/docs/en/states.mdx:12:3  message (hint)`. */
export function printed(problem: ContentProblem, root: string): string {
  const file = problem.file.startsWith(root) ? problem.file.slice(root.length) : problem.file;
  return `${file}:${problem.line}:${problem.column}  ${problem.message}\n    ${problem.hint}`;
}
