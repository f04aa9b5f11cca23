import type { Flight, Trace } from '../../src/simulation/trace.ts';

/** What left the hosts from the moment `from` on, in order of leaving. */
export function leavingFrom(trace: Trace, from: number): readonly Flight[] {
  const before = new Set(trace.moments.slice(0, from).flatMap((moment) => (moment.kind === 'endpoint' ? moment.sent : [])));
  return trace.flights.filter(({ id, origin }) => origin === 'sent' && !before.has(id));
}
