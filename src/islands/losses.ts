import type { Fault, Scenario } from '../simulation/scenario.ts';
import { selected } from '../simulation/selector.ts';
import type { Flight, Trace } from '../simulation/trace.ts';

/** What names one transmission in every run of a scenario: its sender and its turn among all that it sent. */
export type Transmission = Pick<Flight, 'from' | 'turn'>;

/** Whether the flight can be lost by name: it was sent by a host, not copied or injected on the way. */
export function canBeLost(flight: Flight): boolean {
  return flight.turn > 0;
}

/** The same transmission in another run; absent where that run never sends it. */
export function sameFlight(trace: Trace, { from, turn }: Transmission): Flight | undefined {
  return trace.flights.find((flight) => flight.from === from && flight.turn === turn);
}

/** The fault that loses exactly this transmission: `lose <turn>th <host> segment`. */
export function lossOf({ from, turn }: Transmission): Fault {
  return { type: 'lose', selector: { from, pattern: { type: 'segment' }, which: { type: 'nth', n: turn } } };
}

/** The scenario in which this transmission, too, is lost. */
export function withLoss(scenario: Scenario, flight: Transmission): Scenario {
  return { ...scenario, faults: [...scenario.faults, lossOf(flight)] };
}

/** The scenario without every loss, the author's or the reader's, that names this flight of the trace. */
export function withoutLoss(trace: Trace, flight: Flight): Scenario {
  const { scenario } = trace;
  return { ...scenario, faults: scenario.faults.filter((fault) => fault.type !== 'lose' || !selected(fault.selector, trace.flights, trace.connections).includes(flight)) };
}
