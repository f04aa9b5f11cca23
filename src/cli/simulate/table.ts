import type { Language } from '../../components/language.ts';
import { sayDuration } from '../../diagram/duration.ts';
import { hostName } from '../../diagram/host-name.ts';
import { remarksOf } from '../../diagram/segment-remarks.ts';
import { segmentTable } from '../../diagram/segment-table.ts';
import { say } from '../../narration/say.ts';
import { summary } from '../../narration/summary.ts';
import type { Trace } from '../../simulation/trace.ts';
import { aligned } from '../columns.ts';
import { messagesIn, wordsIn } from '../../components/words.ts';

const COLUMNS = ['sent', 'way', 'flags', 'seq', 'ack', 'length', 'fate'] as const;

/** The segments of a run as a table of a terminal, and below it how each connection ended. */
export function tableLines(trace: Trace, language: Language): readonly string[] {
  const words = wordsIn(language);
  const rows = segmentTable(trace).map((row) => [
    sayDuration(row.time, words),
    `${hostName(trace, row.from, words)} → ${hostName(trace, row.to, words)}`,
    row.flags === '' ? words('diagram.no-flags') : row.flags,
    String(row.seq),
    String(row.ack ?? '–'),
    String(row.length),
    remarksOf(row, words).join(' · '),
  ]);
  const ends = summary(trace).slice(-trace.connections.length).map((sentence) => say(sentence, messagesIn(language)));
  return [...aligned([COLUMNS.map((column) => words(`lesson.segments.${column}`)), ...rows]), '', ...ends];
}
