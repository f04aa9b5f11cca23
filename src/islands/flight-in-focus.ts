import type { Flight, Trace } from '../simulation/trace.ts';

/** The flight in whose row the focus is, as `data-flight` names it. */
export function flightInFocus(target: EventTarget | null, { flights }: Trace): Flight | undefined {
  const row = target instanceof Element ? target.closest('[data-flight]') : null;
  return row === null ? undefined : flights[Number(row.getAttribute('data-flight'))];
}
