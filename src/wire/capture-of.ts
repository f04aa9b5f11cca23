import type { HostId } from '../simulation/scenario.ts';
import type { Flight, Trace } from '../simulation/trace.ts';

/** A segment as it passes one of the hosts: what a capture taken there has of it. */
export interface Sighting {
  readonly flight: Flight;
  /** When it passed, ms: as it left, or as it arrived. */
  readonly at: number;
  readonly way: 'out' | 'in';
  /** The moment of the trace in which the host sent it or got it. */
  readonly moment: number;
}

/** Of a flight that a router marked on its way, what its sender had sent (RFC 3168 §5). */
function asSent(flight: Flight, marked: ReadonlySet<number>): Flight {
  return marked.has(flight.id) ? { ...flight, segment: { ...flight.segment, ecn: 'ECT' } } : flight;
}

/**
 * What a capture taken at one host has of a run, in order: every segment that it sent, also one that the wire lost, as it left; and
 * every one that reached it, also copies and forged ones, as it came. What the wire lost, holds or has not brought yet is seen at its sender alone.
 */
export function captureOf({ moments, flights }: Trace, view: HostId): readonly Sighting[] {
  const marked = new Set(moments.flatMap((moment) => (moment.kind === 'marked' ? [moment.flight] : [])));
  return moments.flatMap((moment): readonly Sighting[] => {
    if (moment.kind !== 'endpoint' || moment.host !== view) return [];
    const { at, index } = moment;
    const arrived = moment.arrived === null ? undefined : flights[moment.arrived];
    const sent = moment.sent.flatMap((id) => flights[id] ?? []);
    return [
      ...(arrived === undefined ? [] : [{ flight: arrived, at, way: 'in' as const, moment: index }]),
      ...sent.map((flight) => ({ flight: asSent(flight, marked), at, way: 'out' as const, moment: index })),
    ];
  });
}
