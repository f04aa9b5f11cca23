import { nameOf } from '../simulation/named.ts';
import type { HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { endOf, gapWords } from './gap.ts';
import { noteLines } from './host-words.ts';
import { schedule, type Row } from './schedule.ts';
import { labelLines, type Mark } from './segment-words.ts';
import { saidParts, type Shown } from './shown.ts';
import type { Words } from './words.ts';

/** The arrow says what becomes of the segment: the finishing step reads it back from Mermaid's drawing. */
export type Arrow = '->>' | '-)' | '-x' | '-->' | '-->>' | '--)';

/** One row of a sequence diagram, worded. */
export type FigureRow =
  /** How long nothing happened. */
  | { readonly kind: 'gap'; readonly text: string }
  | { readonly kind: 'note'; readonly host: HostId; readonly lines: readonly string[] }
  | { readonly kind: 'arrow'; readonly way: Exclude<Row, { kind: 'happens' }>['kind']; readonly arrow: Arrow; readonly from: HostId; readonly to: HostId; readonly lines: readonly string[] };

/** What a figure of the trace shows, from above to below: all that its drawing and its description say. */
export function figureRows(trace: Trace, words: Words, shown: Shown = {}): readonly FigureRow[] {
  const { until = Infinity } = shown;
  const rows = schedule(trace);
  const numbers = numbered(rows);
  const made: FigureRow[] = [];
  let clock = 0;
  for (const row of rows) {
    if (row.moment >= until) continue;
    const next = row.kind === 'happens' ? noteRow(trace, row, words) : arrowRow(trace, row, numbers.get(row.journey.flight.copyOf ?? row.journey.flight.id) ?? null, shown, words);
    if (next === null) continue;
    const gap = gapWords(trace, row, clock, words);
    if (gap !== null) made.push({ kind: 'gap', text: gap });
    clock = Math.max(clock, endOf(trace, row));
    made.push(next);
  }
  return made;
}

function noteRow(trace: Trace, { what }: Extract<Row, { kind: 'happens' }>, words: Words): FigureRow | null {
  const lines = noteLines(trace, what, words);
  return lines.length === 0 ? null : { kind: 'note', host: what.host, lines };
}

function arrowRow(trace: Trace, row: Exclude<Row, { kind: 'happens' }>, number: number | null, shown: Shown, words: Words): FigureRow {
  const { flight } = row.journey;
  const { from, to } = flight;
  const { until = Infinity } = shown;
  const lines = labelLines(flight, saidParts(flight, shown, words), marksOf(row, until), { number, port: nameOf(trace, flight.connection) }, words);
  return { kind: 'arrow', way: row.kind, arrow: arrowOf(row, until), from, to, lines };
}

function arrowOf({ kind, journey }: Exclude<Row, { kind: 'happens' }>, until: number): Arrow {
  const { flight, arrived } = journey;
  if (isBefore(journey.lost, until)) return '-x';
  if (flight.origin === 'injected') return '--)';
  if (kind === 'arriving' || flight.origin === 'copy') return '-->>';
  if (kind === 'departing' || !isBefore(arrived, until)) return '-->';
  return flight.transmission > 1 ? '-)' : '->>';
}

function marksOf({ kind, journey }: Exclude<Row, { kind: 'happens' }>, until: number): readonly Mark[] {
  const { origin } = journey.flight;
  if (origin === 'injected') return ['injected'];
  const copied: readonly Mark[] = origin === 'copy' ? ['copy'] : [];
  if (isBefore(journey.lost, until)) return [...copied, 'lost'];
  return kind !== 'arriving' && isBefore(journey.held, until) ? [...copied, 'held'] : copied;
}

/** Numbers for the flights that take two rows or have copies, in the order of their departure, so that a reader finds the other half. */
function numbered(rows: readonly Row[]): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  const copied = new Set(rows.flatMap((row) => (row.kind === 'happens' || row.journey.flight.copyOf === null ? [] : [row.journey.flight.copyOf])));
  for (const row of rows) {
    if (row.kind === 'happens') continue;
    const { id } = row.journey.flight;
    if (row.kind === 'departing' || copied.has(id)) numbers.set(id, numbers.get(id) ?? numbers.size + 1);
  }
  return numbers;
}

function isBefore(moment: number | null, until: number): boolean {
  return moment !== null && moment < until;
}
