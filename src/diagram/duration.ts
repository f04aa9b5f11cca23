import type { Words } from './words.ts';

/** A duration in the unit that a person would choose: ms below a second, seconds below two minutes, minutes above. */
export function sayDuration(ms: number, words: Words): string {
  if (ms < 1000) return words('diagram.time.ms', { n: round(ms) });
  if (ms < 120_000) return words('diagram.time.s', { n: round(ms / 1000) });
  return words('diagram.time.min', { n: round(ms / 60_000) });
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
