import { sameData } from '../diagram/difference/same-data.ts';
import { sharedMoments } from '../diagram/difference/shared-moments.ts';
import { connectionsOf } from '../simulation/connections.ts';
import { runKept } from './world-at.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { shownWhenLost } from './at-moment.ts';
import { closed, currentBranch, grown, planted, rewritten, showing, showingAll, type Place } from './branch.ts';
import { withLine, without, withoutChanges } from './changes.ts';
import type { Deed, HandAction, WireDeed } from './deed.ts';
import { goingOn, settled } from './settled.ts';
import { at, changesIn, entered, shownCount, stepped, traceOf, type Kept, type Session, type State } from './stepping.ts';
import { intervened, sameFlight, wireChange } from './wire-deed.ts';

/** How many changes can be undone. */
const REMEMBERED = 100;

/** A session in which nothing has been done: the whole run of the scenario is shown. */
export function begin(scenario: Scenario, keeps = false): Session {
  return entered(runKept(scenario), keeps);
}

/** A session at a place that a link has brought. */
export function resumed(author: Scenario, place: Place): Session {
  return { taken: author, author, place, keeps: true, past: [], undone: [] };
}

/** The session after the deed; the very same where the deed does nothing. */
export function after(session: Session, deed: Deed): Session {
  const { place } = session;
  switch (deed.type) {
    case 'step':
    case 'back':
    case 'start':
    case 'end':
    case 'go':
      return stepped(session, deed) ?? session;
    case 'branch':
      return at(session, visited(place, deed.branch));
    case 'reset':
      return changed(session, { ...session, place: planted(runOf(session, session.author)) });
    case 'open':
      return changed(session, { taken: deed.scenario, author: deed.scenario, place: planted(runKept(deed.scenario)) });
    case 'edit':
      return edited(session, deed.scenario, deed.isTyped);
    case 'close':
      return changed(session, { ...session, place: closed(place, deed.branch) });
    case 'wire':
      return onWire(session, deed.flight, deed.what);
    case 'do':
      return done(session, deed.action);
    case 'drop':
      return withScenario(session, without(traceOf(session).scenario, deed.line));
    case 'put back':
      return withScenario(session, withLine(traceOf(session).scenario, session.author, deed.line));
    case 'undo':
      return undone(session);
    case 'redo':
      return redone(session);
  }
}

function kept({ taken, author, place }: Session, isTyped = false): Kept {
  return { taken, author, place, isTyped };
}

/** A change, which undo takes back. */
function changed(session: Session, { taken, author, place }: State, isTyped = false): Session {
  if (place === session.place && author === session.author) return session;
  const isMore = isTyped && session.undone.length === 0 && session.past[0]?.isTyped === true;
  const past = isMore ? session.past : [kept(session, isTyped), ...session.past].slice(0, REMEMBERED);
  return { ...session, taken, author, place, past, undone: [] };
}

function undone(session: Session): Session {
  const [last, ...past] = session.past;
  if (last === undefined) return session;
  const { taken, author, place } = last;
  return { ...session, taken, author, place, past, undone: [kept(session), ...session.undone] };
}

function redone(session: Session): Session {
  const [next, ...rest] = session.undone;
  if (next === undefined) return session;
  const { taken, author, place } = next;
  return { ...session, taken, author, place, past: [kept(session), ...session.past], undone: rest };
}

/** The run on view written otherwise: what the reader has done to it stays a change of theirs. */
function edited(session: Session, scenario: Scenario, isTyped: boolean): Session {
  if (sameData(scenario, traceOf(session).scenario)) return session;
  const { added, removed } = changesIn(session);
  // A line of the author's may speak of a connection that is no more.
  const hasTheSame = sameData(connectionsOf(scenario), connectionsOf(traceOf(session).scenario));
  const author = withoutChanges(scenario, { added, removed: hasTheSame ? removed : [] });
  return changed(session, { taken: session.taken, author, place: rewritten(session.place, runKept(scenario)) }, isTyped);
}

/** Another branch on view, at the same count of moments as far as it goes. */
function visited(place: Place, id: number): Place {
  if (id === place.current || !place.branches.some((one) => one.id === id)) return place;
  const there = { ...place, current: id };
  return place.shown === 'all' ? showingAll(there) : showing({ ...there, shown: 0 }, place.shown);
}

/** The run of a scenario: the one that is here already, or another. */
function runOf({ place }: Session, scenario: Scenario): Trace {
  return place.branches.find(({ trace }) => trace.scenario === scenario)?.trace ?? runKept(scenario);
}

/** The session with another run for the one on view, of which `shared` moments are as they were; then `shown` of them are shown. */
function withChange(session: Session, other: Trace, shared: number, show: (trace: Trace) => number): Session {
  const place = grown(session.place, other, shared, session.keeps);
  const { trace } = currentBranch(place);
  return changed(session, { ...session, place: session.place.shown === 'all' ? showingAll(place) : showing({ ...place, shown: 0 }, show(trace)) });
}

function withScenario(session: Session, scenario: Scenario): Session {
  const other = runKept(scenario);
  const shared = sharedMoments(traceOf(session), other);
  return withChange(session, other, shared, () => Math.min(shared, shownCount(session)));
}

/** The reader is taken to where the deed shows. */
function onWire(session: Session, flight: number, what: WireDeed): Session {
  const trace = traceOf(session);
  const meant = trace.flights[flight];
  const change = meant === undefined ? null : wireChange(trace, meant, shownCount(session), what);
  if (meant === undefined || change === null) return session;
  const { shared } = change;
  return withChange(session, runKept(change.scenario), shared, (now) => {
    const again = sameFlight(now, meant);
    if (what.type === 'lose' && again !== undefined) return shownWhenLost(now, again) ?? shared;
    return showsAt(now, shared, meant.id) ? shared + 1 : shared;
  });
}

/** Whether the moment after so many is about this flight, or a copy of it. */
function showsAt({ moments, flights }: Trace, shared: number, flight: number): boolean {
  const moment = moments[shared];
  if (moment === undefined || moment.kind === 'crash') return false;
  if (moment.kind === 'endpoint') return moment.arrived === flight;
  return moment.flight === flight || flights[moment.flight]?.copyOf === flight;
}

/** Something done to a host, or forged, right after what happens at the moment on view. */
function done(session: Session, action: HandAction): Session {
  const trace = traceOf(session);
  const shown = settled(trace, shownCount(session));
  if (shown === null) return session;
  const stepping = session.place.shown === 'all' ? { ...session, place: { ...session.place, shown } } : session;
  return withChange(stepping, runKept(intervened(goingOn(trace, shown), shown, action)), shown, () => shown + 1);
}
