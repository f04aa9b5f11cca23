import type { When } from '../script.ts';
import type { Settings } from '../stack/settings.ts';

/** From when to when something may happen, µs; `late` is Infinity where every time is right. */
export interface Period {
  readonly early: number;
  readonly late: number;
  /** How far it may still be off, µs. */
  readonly tolerance: number;
}

/** The times that the script asks for; `before`: when the event before it ended, µs. */
export function periodOf(when: When, before: number, { tolerance }: Settings): Period {
  const within = (early: number, late: number): Period => ({ early, late, tolerance: Math.max(tolerance.us, ((late - before) * tolerance.percent) / 100) });
  switch (when.type) {
    case 'at':
      return within(when.us, when.us);
    case 'after':
      return within(before + when.us, before + when.us);
    case 'at between':
      return within(when.from, when.to);
    case 'after between':
      return within(before + when.from, before + when.to);
    case 'any':
      return { early: 0, late: Infinity, tolerance: 0 };
  }
}

/** Whether a time is within a period. */
export function isWithin(at: number, { early, late, tolerance }: Period): boolean {
  return at >= early - tolerance && at <= late + tolerance;
}

/** µs as seconds, as scripts write them. */
export function seconds(us: number): string {
  return (us / 1_000_000).toFixed(6).replace(/0{1,3}$/, '');
}

/** The times of a period, as a reader says them. */
export function periodText({ early, late }: Period): string {
  if (late === Infinity) return 'at any time';
  return early === late ? `at ${seconds(early)} s` : `from ${seconds(early)} s to ${seconds(late)} s`;
}
