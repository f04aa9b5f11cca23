import { HOST_IDS } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { journeys, type Journey } from './journey.ts';
import { lifeline, type Point } from './lifeline.ts';

/** One row of a sequence diagram before it is worded; `moment` is the first moment that it shows. */
export type Row =
  | Extract<Point, { kind: 'happens' }>
  /** The whole way of a segment in one row, or all of it that there is (lost, injected, a copy). */
  | { readonly kind: 'whole'; readonly moment: number; readonly journey: Journey }
  /** Only its departure: something else comes before its arrival, as in the figures of RFC 9293 §3.5. */
  | { readonly kind: 'departing'; readonly moment: number; readonly journey: Journey }
  /** Its arrival, in a later row than its departure. */
  | { readonly kind: 'arriving'; readonly moment: number; readonly journey: Journey };

/**
 * The rows of the diagram, from above to below. Each host's own order is kept. A segment whose flight took the usual time
 * is one row wherever that contradicts neither host's order; where two segments cross, the one that left first is halved,
 * as RFC 9293 draws its Figures 7 and 8. A segment that was late is always halved.
 */
export function schedule(trace: Trace): readonly Row[] {
  const all = journeys(trace);
  const lines: readonly Point[][] = HOST_IDS.map((host) => [...lifeline(trace, host)]);
  const halved = new Set(all.filter((journey) => isLate(trace, journey)).map(({ flight }) => flight.id));
  const departed = new Set<number>();
  const rows: Row[] = [];

  const emit = (line: Point[], point: Point): void => {
    line.shift();
    if (point.kind === 'happens') {
      rows.push(point);
      return;
    }
    const journey = all[point.flight];
    if (journey === undefined) return;
    const half = journey.departed !== null && journey.arrived !== null;
    departed.add(point.flight);
    if (point.kind === 'departs') rows.push({ kind: half ? 'departing' : 'whole', moment: point.moment, journey });
    else rows.push({ kind: half ? 'arriving' : 'whole', moment: point.moment, journey });
    if (point.kind === 'arrives') emitConsequence(line, point.moment);
  };
  /** What an arrival brings about stands directly below it. */
  const emitConsequence = (line: Point[], moment: number | null): void => {
    const [next] = line;
    if (next?.kind === 'happens' && next.moment === moment) emit(line, next);
  };
  const isReady = (point: Point): boolean => {
    if (point.kind === 'happens') return true;
    const journey = all[point.flight];
    if (journey === undefined) return true;
    if (point.kind === 'departs') return journey.arrived === null || halved.has(point.flight);
    return journey.departed === null ? isAfterOriginal(journey, all, departed) : departed.has(point.flight);
  };

  for (;;) {
    const heads = lines.flatMap((line) => (line[0] === undefined ? [] : [{ line, point: line[0] }]));
    const [first, second] = heads;
    if (first === undefined) return rows;
    if (second !== undefined && isSameFlight(first.point, second.point)) {
      const sender = first.point.kind === 'departs' ? first : second;
      const journey = 'flight' in sender.point ? all[sender.point.flight] : undefined;
      if (journey !== undefined && !halved.has(journey.flight.id)) {
        first.line.shift();
        second.line.shift();
        departed.add(journey.flight.id);
        rows.push({ kind: 'whole', moment: sender.point.moment, journey });
        emitConsequence(sender === first ? second.line : first.line, journey.arrived);
        continue;
      }
    }
    const ready = heads.filter(({ point }) => isReady(point));
    const crossing = heads.filter(({ point }) => point.kind === 'departs');
    const next = earliest(ready) ?? earliest(crossing) ?? first;
    if (next.point.kind === 'departs' && all[next.point.flight]?.arrived !== null) halved.add(next.point.flight);
    emit(next.line, next.point);
  }
}

function isLate(trace: Trace, { flight, departed, arrived }: Journey): boolean {
  return departed !== null && arrived !== null && flight.arrivesAt !== flight.sentAt + trace.scenario.delay;
}

function isAfterOriginal({ flight }: Journey, all: readonly Journey[], departed: ReadonlySet<number>): boolean {
  return flight.copyOf === null || all[flight.copyOf]?.departed === null || departed.has(flight.copyOf);
}

function isSameFlight(a: Point, b: Point): boolean {
  return a.kind !== 'happens' && b.kind !== 'happens' && a.flight === b.flight;
}

function earliest<T extends { readonly point: Point }>(heads: readonly T[]): T | undefined {
  return heads.reduce<T | undefined>((best, head) => (best === undefined || head.point.moment < best.point.moment ? head : best), undefined);
}
