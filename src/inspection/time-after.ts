import type { Trace } from '../simulation/trace.ts';

/** Simulated time after the first `shown` moments, ms: that of the last of them. */
export function timeAfter({ moments }: Trace, shown: number): number {
  return moments[Math.min(shown, moments.length) - 1]?.at ?? 0;
}
