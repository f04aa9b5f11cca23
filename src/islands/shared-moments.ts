import type { Moment, Trace } from '../simulation/trace.ts';

/** What tells moments apart, but for the flights, whose fate is decided later. */
function isSame(one: Moment, other: Moment): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** How many moments two runs have in common from their beginning. */
export function sharedMoments({ moments: one }: Trace, { moments: other }: Trace): number {
  const differs = one.findIndex((moment, index) => {
    const same = other[index];
    return same === undefined || !isSame(moment, same);
  });
  return differs < 0 ? one.length : differs;
}
