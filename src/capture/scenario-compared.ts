import type { Segment } from '../tcp/segment.ts';
import { HOST_IDS, peerOf, type HostId } from '../simulation/scenario.ts';
import type { Flight, Trace } from '../simulation/trace.ts';
import { captureOf } from '../wire/capture-of.ts';
import type { Observed } from './observed.ts';
import { isSameSegment } from './same-segment.ts';

/** Where a conversation and the run of a scenario part: what the host sent there, in each. */
export interface Parting {
  readonly host: HostId;
  /** Its turn among the captured segments of its host, from 1. */
  readonly turn: number;
  /** Null: nothing more of the host was captured. */
  readonly captured: Segment | null;
  readonly run: Segment | null;
}

/** A segment as it was captured. */
export interface Sight {
  readonly flight: Flight;
  /** When, ms from the first. */
  readonly at: number;
}

/** What was captured of a conversation, in order. */
export interface Evidence {
  /** At which host it was captured; null: it cannot be told. */
  readonly view: HostId | null;
  readonly sights: readonly Sight[];
}

/** How far a run goes along with what was captured. */
export interface Compared {
  readonly parting: Parting | null;
  /** How many captured segments come before the first that the run does not have. */
  readonly reach: number;
  /** How many segments the run has beyond what was captured. */
  readonly more: number;
  /** The flight of the run at the parting; null: it has none there. */
  readonly flight: Flight | null;
  /** What was captured at the parting. */
  readonly sight: Sight | null;
}

/** What was captured of an observed conversation. */
export function evidenceOf({ trace, captured, vantage }: Observed): Evidence {
  const sights = trace.flights
    .flatMap((flight, place) => {
      const of = captured[place];
      return of === undefined ? [] : [{ flight, at: of.at, frame: of.frame }];
    })
    .toSorted((one, other) => one.at - other.at || one.frame - other.frame);
  const first = sights[0]?.at ?? 0;
  return { view: vantage.at, sights: sights.map(({ flight, at }) => ({ flight, at: at - first })) };
}

/** What a capture at the same place has of a run, in order; where that place is not known, every segment as it leaves. */
function sightsIn(trace: Trace, view: HostId | null): readonly Flight[] {
  return view === null ? trace.flights : captureOf(trace, view).map(({ flight }) => flight);
}

function ofHost<Of extends { readonly place: number }>(all: readonly Of[], of: (one: Of) => HostId, host: HostId): readonly Of[] {
  return all.filter((one) => of(one) === host);
}

/** Within so many ms it is chance which of two segments that cross is captured first. */
const AT_ONCE = 5;

type Placed = { readonly sight: Sight; readonly place: number };

/** The first captured segment that the run has before another, of the other host, after which it was captured. */
function early(sights: Readonly<Record<HostId, readonly Placed[]>>, runs: Readonly<Record<HostId, readonly { readonly place: number }[]>>): { readonly host: HostId; readonly turn: number; readonly seen: Placed } | null {
  let first: { readonly host: HostId; readonly turn: number; readonly seen: Placed } | null = null;
  for (const host of HOST_IDS) {
    const others = sights[peerOf(host)];
    const theirs = runs[peerOf(host)];
    let before = -1;
    for (const [turn, seen] of sights[host].entries()) {
      while ((others[before + 1]?.sight.at ?? Infinity) < seen.sight.at - AT_ONCE) before += 1;
      if (before < 0 || (theirs[before]?.place ?? -1) < (runs[host][turn]?.place ?? 0)) continue;
      if (first === null || seen.place < first.seen.place) first = { host, turn, seen };
      break;
    }
  }
  return first;
}

function comparedAt(all: readonly Sight[], trace: Trace, view: HostId | null): Compared {
  const captured = all.map((sight, place) => ({ sight, place }));
  const own = sightsIn(trace, view).map((flight, place) => ({ flight, place }));
  const sights = { A: ofHost(captured, ({ sight }) => sight.flight.from, 'A'), B: ofHost(captured, ({ sight }) => sight.flight.from, 'B') };
  const runs = { A: ofHost(own, ({ flight }) => flight.from, 'A'), B: ofHost(own, ({ flight }) => flight.from, 'B') };
  let first: Compared | null = null;
  let more = 0;
  for (const host of HOST_IDS) {
    more += Math.max(0, runs[host].length - sights[host].length);
    for (let at = 0; at < Math.max(sights[host].length, runs[host].length); at += 1) {
      const was = sights[host][at];
      const is = runs[host][at];
      if (was !== undefined && is !== undefined && isSameSegment(is.flight.segment, was.sight.flight.segment)) continue;
      const reach = was?.place ?? all.length;
      if (first === null || reach < first.reach) {
        const parting = { host, turn: at + 1, captured: was?.sight.flight.segment ?? null, run: is?.flight.segment ?? null };
        first = { parting, reach, more: 0, flight: is?.flight ?? null, sight: was?.sight ?? null };
      }
      break;
    }
  }
  const sooner = view === null ? null : early(sights, runs);
  if (sooner !== null && (first === null || sooner.seen.place < first.reach)) {
    const { host, turn, seen } = sooner;
    const other = own[seen.place]?.flight ?? null;
    return { parting: { host, turn: turn + 1, captured: seen.sight.flight.segment, run: other?.segment ?? null }, reach: seen.place, more, flight: runs[host][turn]?.flight ?? null, sight: seen.sight };
  }
  return first === null ? { parting: null, reach: all.length, more: 0, flight: null, sight: null } : { ...first, more };
}

/** Whether one run goes along with what was captured for longer than another. */
export function isNearer(one: Compared, other: Compared): boolean {
  if ((one.parting === null) !== (other.parting === null)) return one.parting === null;
  return one.reach > other.reach || (one.reach === other.reach && one.more < other.more);
}

const VIEWS = [null, ...HOST_IDS];

/** The first segment that a capture of the run at the same place has differently: other control bits but PSH, other numbers or another length, or another order. */
export function compared({ view, sights }: Evidence, run: Trace): Compared {
  const all = (view === null ? VIEWS : [view]).map((at) => comparedAt(sights, run, at));
  return all.reduce((best, one) => (isNearer(one, best) ? one : best));
}
