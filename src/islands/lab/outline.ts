import type { Words } from '../../narration/sentence.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { State } from '../../tcp/state.ts';
import { text } from '../text.ts';

/** A run in three figures. */
export interface Outline {
  /** How many segments were on the wire, and how many of them it lost. */
  readonly segments: number;
  readonly lost: number;
  /** The states of hosts A and B at the end, of each connection. */
  readonly ends: readonly (readonly [State, State])[];
}

/** The outline of a run. */
export function outlineOf({ flights, connections }: Trace): Outline {
  return { segments: flights.length, lost: flights.filter(({ fate }) => fate === 'lost').length, ends: connections.map(({ end }) => [end.A.state, end.B.state] as const) };
}

/** An outline as a line: how many segments, how many of them lost, and how the first connection ends. */
export function outlineText({ segments: count, lost, ends }: Outline, words: Words): string {
  const [left, right] = ends[0] ?? [];
  const end = left === undefined ? [] : [left === right ? left : `${left} · ${String(right)}`];
  return [text(words, count === 1 ? 'lab.gallery.segment' : 'lab.gallery.segments', { count }), ...(lost === 0 ? [] : [text(words, 'lab.gallery.lost', { lost })]), ...end].join(' · ');
}
