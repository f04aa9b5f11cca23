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
  /** Left out of what keeps the site from being built: the site is whole all the same. */
  readonly severity?: 'warning';
}

/** The line and column, from 1, of an offset in the text. */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The file from the root, where it is below it, with `/` between folders. */
export function pathBelow(root: string, file: string): string {
  return (file.startsWith(root) ? file.slice(root.length) : file).replaceAll('\\', '/');
}

/** A problem as two lines for a terminal: `content/docs/en/states.mdx:12:3  message`, and the hint. */
export function printed(problem: ContentProblem, root: string): string {
  return `${pathBelow(root, problem.file)}:${problem.line}:${problem.column}  ${problem.message}\n    ${problem.hint}`;
}

/** Each of them once, by file, line and column: a scenario that several pages use has each of its problems once. */
export function sorted(problems: readonly ContentProblem[]): readonly ContentProblem[] {
  const distinct = [...new Map(problems.map((problem) => [JSON.stringify([problem.file, problem.line, problem.column, problem.message]), problem])).values()];
  return distinct.toSorted((one, other) => (one.file === other.file ? one.line - other.line || one.column - other.column : one.file < other.file ? -1 : 1));
}

/** Whether the site can be built all the same. */
export function isWarning({ severity }: ContentProblem): boolean {
  return severity === 'warning';
}
