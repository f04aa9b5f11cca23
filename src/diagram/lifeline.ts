import type { HostId } from '../simulation/scenario.ts';
import type { CrashMoment, EndpointMoment, Moment, Trace } from '../simulation/trace.ts';

/** One point on a host's life line; `moment` is the place in `Trace.moments` of what put it there. */
export type Point =
  | { readonly kind: 'happens'; readonly moment: number; readonly what: EndpointMoment | CrashMoment }
  | { readonly kind: 'departs'; readonly moment: number; readonly flight: number }
  | { readonly kind: 'arrives'; readonly moment: number; readonly flight: number };

/** Everything on one host's life line, in order: in each moment first what arrives, then what happens, then what departs. */
export function lifeline(trace: Trace, host: HostId): readonly Point[] {
  return trace.moments.flatMap((moment) => pointsOf(moment, host, trace));
}

function pointsOf(moment: Moment, host: HostId, { flights }: Trace): readonly Point[] {
  if (moment.kind === 'crash') {
    return moment.host === host ? [{ kind: 'happens', moment: moment.index, what: moment }] : [];
  }
  if (moment.kind === 'copied') {
    // A copy that arrives is drawn there; one that does not, where it came about.
    const copy = flights[moment.flight];
    return copy?.from === host && copy.fate !== 'delivered' ? [{ kind: 'departs', moment: moment.index, flight: copy.id }] : [];
  }
  if (moment.kind !== 'endpoint' || moment.host !== host) return [];
  const arrives: readonly Point[] =
    moment.arrived === null ? [] : [{ kind: 'arrives', moment: moment.index, flight: moment.arrived }];
  const departs = moment.sent.map((flight): Point => ({ kind: 'departs', moment: moment.index, flight }));
  return [...arrives, { kind: 'happens', moment: moment.index, what: moment }, ...departs];
}
