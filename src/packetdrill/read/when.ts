import type { When } from '../script.ts';
import { peek, stopAt, stuck, takes, type Cursor } from './cursor.ts';

const US = 1_000_000;

/** A time in seconds, as µs; stuck where none stands. */
export function mustTime(cursor: Cursor): number {
  const next = peek(cursor);
  const seconds = next.kind === 'number' ? Number(next.text) : NaN;
  if (Number.isNaN(seconds)) stuck(cursor, 'a time in seconds');
  else if (seconds < 0) stopAt(cursor, 'contradiction', `the time ${next.text} is negative`);
  else cursor.at += 1;
  return Number.isNaN(seconds) ? 0 : Math.round(seconds * US);
}

function range(cursor: Cursor, type: 'at between' | 'after between', from: number, to: number): When {
  if (to < from) stopAt(cursor, 'contradiction', 'the time range ends before it begins');
  return { type, from, to };
}

/** The time of an event: `0.1`, `+.1`, `0~1`, `+0~+1`, `*`; null where no time stands. */
export function readWhen(cursor: Cursor): When | null {
  if (takes(cursor, '*')) return { type: 'any' };
  const relative = takes(cursor, '+');
  if (!relative && peek(cursor).kind !== 'number') return null;
  const us = mustTime(cursor);
  if (!takes(cursor, '~')) return { type: relative ? 'after' : 'at', us };
  if (!relative) return range(cursor, 'at between', us, mustTime(cursor));
  takes(cursor, '+');
  return range(cursor, 'after between', us, mustTime(cursor));
}
