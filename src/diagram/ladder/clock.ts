import { sayDuration } from '../duration.ts';
import type { Words } from '../words.ts';

const LONG = 120_000;

/** As exact as a reader wants a time that was measured: to the ms, below 100 ms to three digits. */
function measured(ms: number): number {
  return Math.abs(ms) < 100 ? Number(ms.toPrecision(3)) : Math.round(ms);
}

/** A time on the axis, exact to the ms: `50 ms`, `1.05 s`, from two minutes on `4:00.15`. */
export function sayClock(exactly: number, words: Words): string {
  const ms = measured(exactly);
  if (ms < 1000) return words('diagram.time.ms', { n: ms });
  if (ms < LONG) return words('diagram.time.s', { n: ms / 1000 });
  const [seconds = '', rest = ''] = String((ms % 60_000) / 1000).split('.');
  return `${Math.floor(ms / 60_000)}:${seconds.padStart(2, '0')}${rest === '' ? '' : `.${rest}`}`;
}

/** How long nothing happens: exact to the ms below two minutes; above in minutes, with `≈` where they are rounded. */
export function sayBreak(ms: number, words: Words): string {
  if (ms < LONG) return words('diagram.later', { time: sayClock(ms, words) });
  const isExact = ms % 600 === 0;
  return `${isExact ? '' : '≈ '}${words('diagram.later', { time: sayDuration(ms, words) })}`;
}
