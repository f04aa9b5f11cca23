import type { Flight, Moment, Trace } from '../../simulation/trace.ts';
import type { Segment } from '../../tcp/segment.ts';
import { align } from './align.ts';

/** The flights that came to be on the wire in these moments, in their order. */
function departures({ moments, flights }: Trace, from: number, to: number): readonly Flight[] {
  const seen = new Set<number>();
  for (const moment of moments.slice(0, to)) for (const id of mentioned(moment)) seen.add(id);
  for (const moment of moments.slice(0, from)) for (const id of mentioned(moment)) seen.delete(id);
  return [...seen].flatMap((id) => flights[id] ?? []);
}

function mentioned(moment: Moment): readonly number[] {
  if (moment.kind === 'crash') return [];
  return moment.kind === 'endpoint' ? moment.sent : [moment.flight];
}

/** Two flights beside each other; null where one run has no counterpart. */
export interface Paired {
  readonly one: Flight | null;
  readonly other: Flight | null;
}

/** The flights of both runs beside each other, in the order of both: those of the first `shared` moments one by one, the others by what they say. */
export function paired(one: Trace, other: Trace, shared: number): readonly Paired[] {
  const [first, second] = [departures(one, 0, shared), departures(other, 0, shared)];
  const [ones, others] = [departures(one, shared, one.moments.length), departures(other, shared, other.moments.length)];
  const [mine, theirs] = [ones.map((flight) => sayingOf(flight, one)), others.map((flight) => sayingOf(flight, other))];
  const weigh = (a: number, b: number) => weightOf(likeness(mine[a], theirs[b]));
  const pairs = align(ones.length, others.length, weigh, weightOf(EXACT + 1)).map(([a, b]) => ({ one: a === null ? null : (ones[a] ?? null), other: b === null ? null : (others[b] ?? null) }));
  return [...first.map((flight, at) => ({ one: flight, other: second[at] ?? null })), ...inTime(pairs)];
}

/** More than all likenesses of a run together: what says the same is paired before what only resembles it. */
const EXACT = 2 ** 17;

/** What a flight says, ready to be compared many times. */
interface Saying {
  /** The sender, the connection and where it comes from: only like may stand beside like. */
  readonly way: string;
  readonly segment: Segment;
  readonly transmission: number;
}

function sayingOf({ from, origin, connection, segment, transmission }: Flight, { connections }: Trace): Saying {
  const ports = connections[connection]?.ports;
  return { way: `${from} ${origin} ${String(ports?.A)} ${String(ports?.B)}`, segment, transmission };
}

/** More than a run has segments. */
const MANY = 2 ** 13;

/** The weight of a pair: of equal likenesses together the one with more pairs weighs more, so that it is the same both ways round. */
function weightOf(like: number): number {
  return like === 0 ? 0 : like * MANY + 1;
}

function likeness(one: Saying | undefined, other: Saying | undefined): number {
  if (one === undefined || other === undefined || one.way !== other.way) return 0;
  const [a, b] = [one.segment, other.segment];
  const like = (a.flags === b.flags ? 3 : 0) + (a.seq === b.seq ? 2 : 0) + (a.ack === b.ack ? 1 : 0) + (a.length === b.length ? 1 : 0);
  if (like === 7) return EXACT + (one.transmission === other.transmission ? 1 : 0);
  return a.flags === b.flags || (a.seq === b.seq && a.ack === b.ack) ? like : 0;
}

/** The rows with those that stand alone between two pairs in the order of their times. */
function inTime(rows: readonly Paired[]): readonly Paired[] {
  const sorted: Paired[] = [];
  let alone: Paired[] = [];
  const settle = () => {
    sorted.push(...alone.toSorted((a, b) => timeOf(a) - timeOf(b)));
    alone = [];
  };
  for (const row of rows) {
    if (row.one === null || row.other === null) alone.push(row);
    else {
      settle();
      sorted.push(row);
    }
  }
  settle();
  return sorted;
}

function timeOf({ one, other }: Paired): number {
  return (one ?? other)?.sentAt ?? 0;
}
