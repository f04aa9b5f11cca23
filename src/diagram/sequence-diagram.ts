import { nameOf } from '../simulation/named.ts';
import { HOST_IDS, type HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { escapeMermaid } from './escape.ts';
import { fold, shorten } from './fold.ts';
import { endOf, gapWords } from './gap.ts';
import { hostName } from './host-name.ts';
import { noteLines } from './host-words.ts';
import { schedule, type Row } from './schedule.ts';
import { labelLines, type Mark } from './segment-words.ts';
import type { Words } from './words.ts';

/** How much of a trace a diagram shows: the moments before `until`, a count; all without it. */
export interface Shown {
  readonly until?: number;
}

/** The Mermaid text of the trace as a sequence diagram, the same byte for byte for the same trace and words. */
export function sequenceDiagram(trace: Trace, words: Words, { until = Infinity }: Shown = {}): string {
  const rows = schedule(trace);
  const numbers = numbered(rows);
  const lines = ['sequenceDiagram', ...HOST_IDS.map((host) => `participant ${host} as ${broken([shorten(hostName(trace, host, words), NAME_EMS), ...startState(trace, host)])}`)];
  let clock = 0;
  for (const row of rows) {
    if (row.moment >= until) continue;
    const line = row.kind === 'happens' ? noteLine(trace, row, words) : arrowLine(trace, row, numbers.get(row.journey.flight.copyOf ?? row.journey.flight.id) ?? null, until, words);
    if (line === null) continue;
    const gap = gapWords(trace, row, clock, words);
    if (gap !== null) lines.push(`Note over A,B: ${broken(fold(gap, GAP_EMS))}`);
    clock = Math.max(clock, endOf(trace, row));
    lines.push(line);
  }
  return `${lines.join('\n')}\n`;
}

const NAME_EMS = 8;
const GAP_EMS = 19;

/** The state that all of the host's endpoints begin in; with several that differ, none. */
function startState({ connections }: Trace, host: HostId): readonly string[] {
  const states = new Set(connections.map(({ start }) => start[host].state));
  return states.size === 1 ? [...states] : [];
}

function noteLine(trace: Trace, row: Extract<Row, { kind: 'happens' }>, words: Words): string | null {
  const lines = noteLines(trace, row.what, words);
  return lines.length === 0 ? null : `Note over ${row.what.host}: ${broken(lines)}`;
}

function arrowLine(trace: Trace, row: Exclude<Row, { kind: 'happens' }>, number: number | null, until: number, words: Words): string {
  const { flight } = row.journey;
  return `${flight.from}${arrowOf(row, until)}${flight.to}: ${broken(labelLines(flight, marksOf(row, until), { number, port: nameOf(trace, flight.connection) }, words))}`;
}

/** The arrow says what becomes of the segment: the finishing step reads it back from the drawing. */
function arrowOf({ kind, journey }: Exclude<Row, { kind: 'happens' }>, until: number): string {
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

function broken(lines: readonly string[]): string {
  return lines.map(escapeMermaid).join('<br/>');
}
