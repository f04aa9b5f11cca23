import type { Words } from '../../narration/sentence.ts';
import type { Branch } from '../branch.ts';
import { changesBetween } from '../changes.ts';
import type { PRINTER } from '../line-printer.ts';
import { text } from '../text.ts';

/** What a branch is called: its number, and the line that makes it differ from what it grew from, once lines can be written. */
export function branchName(id: number, branches: readonly Branch[], printer: ReturnType<typeof PRINTER.now>, words: Words): string {
  const branch = branches.find((one) => one.id === id);
  const origin = branches.find((one) => one.id === branch?.from?.branch);
  if (branch?.from === null) return text(words, 'lab.branch.first', { n: id });
  if (branch === undefined || origin === undefined || printer === null) return text(words, 'lab.branch.name', { n: id });
  const { scenario } = branch.trace;
  const { added, removed } = changesBetween(origin.trace.scenario, scenario);
  const line = added.at(-1) ?? removed.at(-1);
  if (line === undefined) return text(words, 'lab.branch.name', { n: id });
  const printed = printer.printLine(line, scenario);
  return text(words, 'lab.branch.named', { n: id, line: added.length > 0 ? printed : `− ${printed}` });
}
