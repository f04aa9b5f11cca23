import type { Moment, Trace } from '../../simulation/trace.ts';

/** How far a segment sinks on its way when it takes the usual time, and how far apart two things stand that one host does at one time; before all is scaled to its room. */
export const SLANT = 10;
const APART = 3;
/** The most that a long silence takes. */
const SILENCE = 22;

/** How far down each moment of the run stands: in proportion to time, but a silence no longer than its eye can use, and what one host does at one time one under the other. */
export function ticksOf({ moments, scenario, flights }: Trace): readonly number[] {
  let y = 0;
  return moments.map((moment, at) => {
    const before = moments[at - 1];
    if (before !== undefined) {
      const ms = moment.at - before.at;
      const sent = before.kind === 'endpoint' ? before.sent.length : 0;
      y += Math.max(passed(ms, scenario.delay), (sent - 1) * APART, ms === 0 && hostOf(before, flights) === hostOf(moment, flights) ? APART : 0);
    }
    return y;
  });
}

function passed(ms: number, delay: number): number {
  const delays = ms / delay;
  return delays <= 1 ? delays * SLANT : Math.min(SILENCE, SLANT + 4 * Math.log2(delays));
}

/** The host where it happens; on the wire, the one that sent. */
function hostOf(moment: Moment, flights: Trace['flights']): string | undefined {
  return 'host' in moment ? moment.host : flights[moment.flight]?.from;
}

/** How much lower the `nth` segment that a moment sends leaves, from 0. */
export function lower(nth: number): number {
  return nth * APART;
}
