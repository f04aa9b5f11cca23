import { placeAt, type ContentProblem } from './problem.ts';

/** Something wrong in one text. */
export interface Fault {
  /** Where it is, UTF-16 units from the beginning of the text. */
  readonly offset: number;
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** The site is whole all the same. */
  readonly severity?: 'warning';
}

/** The same with file, line and column. */
export function problemsIn(file: string, text: string, faults: readonly Fault[]): readonly ContentProblem[] {
  return faults.map(({ offset, ...told }) => ({ file, ...placeAt(text, offset), ...told }));
}
