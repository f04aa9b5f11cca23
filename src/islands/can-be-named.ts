import type { Flight } from '../simulation/trace.ts';

/** What names one transmission, or one copy, in every run that sends it. */
export type Transmission = Pick<Flight, 'from' | 'turn' | 'origin'>;

/** Whether something can be done to the flight by name: a host sent it, or it is a copy of what a host sent. */
export function canBeNamed(flight: Transmission): boolean {
  return flight.turn > 0;
}
