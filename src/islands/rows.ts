import { noteLines } from '../diagram/host-words.ts';
import { schedule } from '../diagram/schedule.ts';
import { sequenceDiagram } from '../diagram/sequence-diagram.ts';
import type { Words as DiagramWords } from '../diagram/words.ts';
import type { Trace } from '../simulation/trace.ts';

/** One statement of a sequence diagram's Mermaid text, in the order in which Mermaid draws them. */
export interface Drawn {
  /** The statement as `sequenceDiagram` writes it. */
  readonly line: string;
  /** The first moment that it shows; a remark on the time that passes belongs to the row after it. */
  readonly moment: number;
  /** The flight whose arrow it is; null for a note. */
  readonly flight: number | null;
}

/** The statements below the participants, each with its moment and its flight. */
export function drawnRows(trace: Trace, words: DiagramWords, until = Infinity): readonly Drawn[] {
  const rows = schedule(trace).filter((row) => row.moment < until && (row.kind !== 'happens' || noteLines(trace, row.what, words).length > 0));
  const lines = sequenceDiagram(trace, words, { until }).trimEnd().split('\n').filter((line) => !/^(?:sequenceDiagram|participant )/.test(line));
  let place = 0;
  return lines.map((line) => {
    const row = rows[place];
    if (row === undefined) throw new Error(`The diagram has more rows than the schedule: ${line}`);
    if (!isRemark(line)) place += 1;
    return { line, moment: row.moment, flight: row.kind === 'happens' || isRemark(line) ? null : row.journey.flight.id };
  });
}

/** `Note over A,B`: how long nothing happened. */
function isRemark(line: string): boolean {
  return line.startsWith('Note over A,B');
}
