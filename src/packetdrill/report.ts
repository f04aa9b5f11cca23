import type { Verdict } from './run/verdict.ts';

/** One file with what became of it. */
export interface Outcome {
  readonly file: string;
  readonly verdict: Verdict;
}

/** The lines that tell of one file: `ok`, `not ok` or `skip` first, what there is to know indented below. */
export function reportLines({ file, verdict }: Outcome): readonly string[] {
  switch (verdict.type) {
    case 'passed':
      return [`ok ${file}`, ...verdict.notes.map((note) => `  note: ${note}`)];
    case 'skipped':
      return [`skip ${file} line ${verdict.line}: ${verdict.reason}`];
    case 'failed':
      return [
        `not ok ${file}`,
        `  at: ${file}:${verdict.line}`,
        `  expected: ${verdict.expected}`,
        `  came: ${verdict.came}`,
        `  endpoint: ${verdict.endpoint}`,
        ...verdict.notes.map((note) => `  note: ${note}`),
      ];
  }
}

/** The last line: how many passed, failed and were skipped. */
export function summaryLine(verdicts: readonly Verdict[]): string {
  const count = (type: Verdict['type']): number => verdicts.filter((verdict) => verdict.type === type).length;
  return `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`;
}
