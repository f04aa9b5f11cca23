import type { Flight, Trace } from '../../simulation/trace.ts';
import { segLen } from '../../tcp/segment.ts';

/** A time by which a segment, or its copy, may be late. */
export interface UsualTime {
  readonly name: 'half-rtt' | 'rtt' | 'past-rto';
  /** 1 or more. */
  readonly ms: number;
}

/** Times that show something: half a round trip, a whole one, and, where the sender would send it again, so long that it comes after what is sent again. */
export function usualTimes(trace: Trace, flight: Flight): readonly UsualTime[] {
  const { delay } = trace.scenario;
  const original = flight.copyOf ?? flight.id;
  const left = trace.moments.find((moment) => moment.kind === 'endpoint' && moment.sent.includes(original));
  const rto = left?.kind === 'endpoint' && segLen(flight.segment) > 0 ? left.after.rto.rto : 0;
  return [
    { name: 'half-rtt', ms: delay },
    { name: 'rtt', ms: 2 * delay },
    // What is sent again takes as long as any other: this is behind it by the delay of one way.
    ...(rto > 0 ? [{ name: 'past-rto', ms: Math.ceil(rto) + delay } as const] : []),
  ];
}
