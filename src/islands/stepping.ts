import type { Scenario } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { currentBranch, planted, showing, shownOf, type Place } from './branch.ts';
import { changesBetween, type Changes } from './changes.ts';
import type { Deed } from './deed.ts';

/** What a reader has made of a scenario, and how far they have stepped. Plain data; every trace is a function of its scenario. */
export interface Session {
  /** The scenario that the reader has taken, before they wrote it otherwise. */
  readonly taken: Scenario;
  /** The scenario that Reset goes back to: what was taken, as the reader has written it otherwise. */
  readonly author: Scenario;
  readonly place: Place;
  /** Whether the old future stays as a branch where the reader changes something; else it gives way. */
  readonly keeps: boolean;
  /** The places and scenarios before each change, the last one first, and those that were undone. */
  readonly past: readonly Kept[];
  readonly undone: readonly Kept[];
}

/** What can be undone and done again. */
export type State = Pick<Session, 'taken' | 'author' | 'place'>;

/** What undo goes back to, and whether typing led away from it. */
export interface Kept extends State {
  readonly isTyped: boolean;
}

/** A session in which nothing has been done: the whole run is shown. */
export function entered(trace: Trace, keeps = false): Session {
  return { taken: trace.scenario, author: trace.scenario, place: planted(trace), keeps, past: [], undone: [] };
}

/** The run on view. */
export function traceOf({ place }: Session): Trace {
  return currentBranch(place).trace;
}

/** How many moments are on view. */
export function shownCount({ place }: Session): number {
  return shownOf(place);
}

/** What the reader has changed in the run on view. */
export function changesIn(session: Session): Changes {
  return changesBetween(session.author, traceOf(session).scenario);
}

/** Whether there is anything that Reset would take back. */
export function isChanged({ author, place }: Session): boolean {
  return place.shown !== 'all' || place.branches.length > 1 || currentBranch(place).trace.scenario !== author;
}

/** The session after a deed that only moves through the run on view; null where it takes more. */
export function stepped(session: Session, deed: Deed): Session | null {
  const { place } = session;
  const shown = shownOf(place);
  switch (deed.type) {
    case 'step':
      return at(session, showing(place, place.shown === 'all' ? 1 : shown + 1));
    case 'back':
      return at(session, showing(place, shown - 1));
    case 'start':
      return at(session, showing(place, 0));
    case 'end':
      return at(session, showing(place, Infinity));
    case 'go':
      return at(session, showing(place, deed.shown));
    default:
      return null;
  }
}

/** The session at another place of its runs. */
export function at(session: Session, place: Place): Session {
  return place === session.place ? session : { ...session, place };
}
