import { sameData } from '../../diagram/difference/same-data.ts';
import { runKept } from '../world-at.ts';
import type { Branch, Place } from '../branch.ts';
import type { Place as Linked } from './place.ts';
import { resumed } from '../session.ts';
import type { Session } from '../stepping.ts';
import { viewNamed, type View } from '../views/view-name.ts';

/** What of an instrument a link holds beside the session. */
export interface Look {
  readonly view: View;
  /** The id of the selected flight; null: none. */
  readonly selected: number | null;
  /** The id of the branch that is compared with; null: none. */
  readonly compared: number | null;
}

/** The session and its look as a link holds them. */
export function linked({ author, place: { branches, current, shown } }: Session, { view, selected, compared }: Look): Linked {
  const placeOf = (id: number) => branches.findIndex((branch) => branch.id === id);
  const origin = (from: Branch['from']) => {
    const at = from === null ? -1 : placeOf(from.branch);
    return from === null || at < 0 ? null : { branch: at, shown: from.shown };
  };
  return {
    branches: branches.map(({ trace, from }) => ({ scenario: trace.scenario, from: origin(from) })),
    author,
    current: Math.max(0, placeOf(current)),
    shown,
    view,
    selected,
    compare: compared === null || placeOf(compared) < 0 ? null : placeOf(compared),
  };
}

/** The session that a link holds, and its look. Branches are numbered anew; all that a link shows has been seen by somebody. */
export function unlinked({ branches, author, current, shown, view, selected, compare }: Linked): { readonly session: Session; readonly look: Look } {
  const grown = branches.map(({ scenario, from }, at): Branch => {
    // What nobody has changed is the author's own.
    const trace = runKept(sameData(scenario, author) ? author : scenario);
    return { id: at + 1, trace, from: from === null ? null : { branch: from.branch + 1, shown: from.shown }, seen: trace.moments.length };
  });
  const length = grown[current]?.trace.moments.length ?? 0;
  const place: Place = { branches: grown, current: current + 1, shown: shown === 'all' ? 'all' : Math.min(shown, length) };
  return { session: resumed(author, place), look: { view: viewNamed(view), selected, compared: compare === null ? null : compare + 1 } };
}
