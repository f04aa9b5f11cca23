import type { Flight, Trace } from '../../simulation/trace.ts';
import { fateAfter } from '../at-moment.ts';
import type { WireDeed } from '../deed.ts';

/** The names of the deeds. */
export type WireDeedType = WireDeed['type'];

/** What can be done to a segment. */
export interface OnWire {
  readonly deeds: readonly WireDeedType[];
  /** Whether it has arrived: what is done to it changes the past, and the run takes another way from there. */
  readonly isPast: boolean;
}

/** What a reader who has seen the first `shown` moments can do to the flight; nothing before it has left, and nothing to a forged one, which is at its host at once. */
export function offeredFor(trace: Trace, flight: Flight, shown: number): OnWire {
  if (flight.origin === 'injected') return { deeds: [], isPast: false };
  const fate = fateAfter(trace, flight, shown);
  switch (fate) {
    case 'future':
      return { deeds: [], isPast: false };
    case 'lost':
      return { deeds: ['restore'], isPast: false };
    case 'delivered':
      return { deeds: ['lose', 'delay', 'duplicate', 'hold'], isPast: true };
    case 'held':
      return { deeds: ['release', 'deliver', 'lose'], isPast: false };
    case 'in flight':
      return { deeds: ['lose', 'delay', 'duplicate', 'hold', 'deliver'], isPast: false };
  }
}
