import { flightSize } from '../tcp/congestion.ts';
import type { HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';

/** How much a host might send, and how much it had sent, from one instant on; octets. */
export interface WindowPoint {
  /** When, ms. */
  readonly at: number;
  /** Sent and not acknowledged (FlightSize, RFC 5681 §2). */
  readonly inFlight: number;
  /** What the peer offers, as far as the host has heard: SND.WND (RFC 9293 §3.8.6). */
  readonly offered: number;
  /** The congestion window, cwnd (RFC 5681 §3.1). */
  readonly congestion: number;
  /** The slow start threshold, ssthresh (RFC 5681 §3.1); null as long as there is none. */
  readonly threshold: number | null;
}

/** What a host's first connection went through, one point for each instant in which its endpoint took an event, the last of the instant. */
export function windowCourse(trace: Trace, host: HostId): readonly WindowPoint[] {
  const points = new Map<number, WindowPoint>();
  for (const moment of trace.moments) {
    if (moment.kind !== 'endpoint' || moment.host !== host || moment.connection !== 0) continue;
    const { after, at } = moment;
    const { cwnd, ssthresh } = after.congestion;
    points.set(at, { at, inFlight: flightSize(after), offered: after.snd.wnd, congestion: cwnd, threshold: ssthresh === Number.MAX_SAFE_INTEGER ? null : ssthresh });
  }
  return [...points.values()];
}

/** When segments of the host were sent that the wire lost, and when it sent anything again, ms. */
export function lossesOf({ flights }: Trace, host: HostId): { readonly lost: readonly number[]; readonly again: readonly number[] } {
  const own = flights.filter(({ from, origin }) => from === host && origin === 'sent');
  const times = (some: typeof own) => [...new Set(some.map(({ sentAt }) => sentAt))];
  return { lost: times(own.filter(({ fate }) => fate === 'lost')), again: times(own.filter(({ transmission }) => transmission > 1)) };
}

/** A round number near a quarter of `most`: 1, 2 or 5 times a power of ten, the distance of the lines of a scale. */
export function scaleStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / 4));
  return (([1, 2, 5, 10] as const).find((times) => times * power * 4 >= most) ?? 10) * power;
}
