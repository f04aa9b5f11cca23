import { sameData } from '../diagram/difference/same-data.ts';
import { sharedMoments } from '../diagram/difference/shared-moments.ts';
import type { Trace } from '../simulation/trace.ts';

/** One course that things can take: a run, and where it left another one. */
export interface Branch {
  /** Unique in its session, from 1. */
  readonly id: number;
  readonly trace: Trace;
  /** The branch that it grew from, and how many moments they have in common; null where it grew from none. */
  readonly from: { readonly branch: number; readonly shown: number } | null;
  /** The most moments of it that the reader has seen. */
  readonly seen: number;
}

/** Where a reader is: the branches, in the order in which they grew, the one on view, and how far it is shown. */
export interface Place {
  /** One or more. */
  readonly branches: readonly Branch[];
  /** The id of the one on view. */
  readonly current: number;
  /** How many moments are shown, 0…`trace.moments.length`; `all` before the reader has begun to step. */
  readonly shown: number | 'all';
}

/** The branch on view. */
export function currentBranch({ branches, current }: Place): Branch {
  const found = branches.find(({ id }) => id === current) ?? branches[0];
  if (found === undefined) throw new Error('A session without a branch');
  return found;
}

/** How many moments are on view. */
export function shownOf(place: Place): number {
  return place.shown === 'all' ? currentBranch(place).trace.moments.length : place.shown;
}

/** The place of a reader who sees a whole run. */
export function planted(trace: Trace): Place {
  return { branches: [{ id: 1, trace, from: null, seen: trace.moments.length }], current: 1, shown: 'all' };
}

/** The place with so many moments shown, or the nearest that there are. */
export function showing(place: Place, shown: number): Place {
  const branch = currentBranch(place);
  const clamped = Math.min(Math.max(0, shown), branch.trace.moments.length);
  if (clamped === place.shown) return place;
  return { ...replaced(place, { ...branch, seen: Math.max(branch.seen, clamped) }), shown: clamped };
}

/** The place with the whole run shown, as before the reader steps. */
export function showingAll(place: Place): Place {
  const branch = currentBranch(place);
  return { ...replaced(place, { ...branch, seen: branch.trace.moments.length }), shown: 'all' };
}

function replaced(place: Place, branch: Branch): Place {
  return { ...place, branches: place.branches.map((one) => (one.id === branch.id ? branch : one)) };
}

/**
 * The place in which the run on view goes on as this other one after `shared` moments. What a reader has seen of its old future stays
 * as a branch of its own; one of which nothing has been seen, or where nothing is kept, gives way. Where a branch goes on so
 * already, that is the one.
 */
export function grown(place: Place, trace: Trace, shared: number, keeps: boolean): Place {
  const branch = currentBranch(place);
  if (!keeps || branch.seen <= shared) {
    const from = branch.from === null ? null : { ...branch.from, shown: Math.min(branch.from.shown, shared) };
    return replaced(place, { ...branch, from, trace, seen: shared });
  }
  const twin = place.branches.find((one) => sameData(one.trace.scenario, trace.scenario));
  if (twin !== undefined) return { ...place, current: twin.id };
  const id = 1 + Math.max(...place.branches.map((one) => one.id));
  return { ...place, branches: [...place.branches, { id, trace, from: { branch: branch.id, shown: shared }, seen: shared }], current: id };
}

/** The place in which another run takes the place of the one on view, in the same branch. A reader who is at its end, or sees all of it, still does. */
export function rewritten(place: Place, trace: Trace): Place {
  const branch = currentBranch(place);
  const shared = sharedMoments(branch.trace, trace);
  const upTo = (from: Branch['from']) => (from === null ? null : { ...from, shown: Math.min(from.shown, shared) });
  const branches = place.branches.map((one): Branch => {
    if (one.id === branch.id) return { ...one, trace, from: upTo(one.from), seen: 0 };
    return one.from?.branch === branch.id ? { ...one, from: upTo(one.from) } : one;
  });
  if (place.shown === 'all') return showingAll({ ...place, branches });
  return showing({ ...place, branches, shown: 0 }, place.shown === branch.trace.moments.length ? trace.moments.length : place.shown);
}

/** The place without a branch; those that grew from it stand by themselves. The last branch stays. */
export function closed(place: Place, id: number): Place {
  const rest = place.branches.filter((one) => one.id !== id);
  const [first] = rest;
  if (first === undefined || rest.length === place.branches.length) return place;
  const branches = rest.map((one) => (one.from?.branch === id ? { ...one, from: null } : one));
  if (place.current !== id) return { ...place, branches };
  const origin = currentBranch(place).from?.branch;
  const next = branches.find((one) => one.id === origin) ?? first;
  const there: Place = { branches, current: next.id, shown: 0 };
  return place.shown === 'all' ? showingAll(there) : showing(there, place.shown);
}
