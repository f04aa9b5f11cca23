import { sayDuration } from './duration.ts';
import type { SegmentRow } from './segment-table.ts';
import type { Words } from './words.ts';

/** What of a segment, beside its numbers, a table remarks on. */
export type Remarkable = Pick<SegmentRow, 'port' | 'transmission' | 'origin' | 'fate' | 'arrival' | 'ecn'>;

/** Of several connections which a segment belongs to, what became of it, and what is remarkable about it, in words: `retransmission 1`, `lost`. */
export function remarksOf({ port, transmission, origin, fate, arrival, ecn }: Remarkable, words: Words): readonly string[] {
  const which = port === null ? [] : [words('diagram.connection', { port })];
  const again = transmission > 1 ? [words('diagram.retransmission', { n: transmission - 1 })] : [];
  const foreign = origin === 'sent' ? [] : [words(`diagram.${origin}`)];
  const congestion = ecn === 'not-ECT' ? [] : [words(ecn === 'CE' ? 'diagram.marked' : 'lesson.may-be-marked')];
  return [...which, ...again, ...foreign, ...congestion, ...fateOf(fate, arrival, words)];
}

function fateOf(fate: SegmentRow['fate'], arrival: number | null, words: Words): readonly string[] {
  switch (fate) {
    case 'delivered':
      return arrival === null ? [] : [words('lesson.fate.arrived', { time: sayDuration(arrival, words) })];
    case 'lost':
      return [words('diagram.lost')];
    case 'held':
      return [words('diagram.held')];
    case 'in flight':
      return [words('lesson.fate.in-flight')];
  }
}
