import { run } from '../simulation/run.ts';
import type { Fault, Scenario } from '../simulation/scenario.ts';
import type { Flight, Trace } from '../simulation/trace.ts';
import { shownWhenLost, shownWhenSent } from './at-moment.ts';
import { canBeLost, sameFlight, withLoss, withoutLoss } from './losses.ts';

/** What a reader has made of a scenario, and how far they have stepped. Plain data; the trace is a function of the scenario. */
export interface Session {
  /** The scenario as the lesson gives it. */
  readonly author: Scenario;
  /** The run of the author's scenario with the reader's losses. */
  readonly trace: Trace;
  /** How many moments are shown, 0…`trace.moments.length`; `all` before the reader has begun to step. */
  readonly shown: number | 'all';
}

/** Everything that a reader can do in a simulation. */
export type Deed =
  | { readonly type: 'step' | 'back' | 'start' | 'end' | 'reset' }
  /** Show exactly so many moments; beyond the ends the nearest end. */
  | { readonly type: 'go'; readonly shown: number }
  /** Lose the flight of the present trace with this id, or, where it is lost, deliver it after all. */
  | { readonly type: 'toggle'; readonly flight: number }
  /** Take a fault out of the scenario. */
  | { readonly type: 'drop'; readonly fault: Fault }
  /** Put an author's fault back. */
  | { readonly type: 'restore'; readonly fault: Fault };

/** A session in which nothing has been done: the whole run of the scenario is shown. */
export function begin(scenario: Scenario): Session {
  return { author: scenario, trace: run(scenario), shown: 'all' };
}

/** How many moments are on view. */
export function shownCount({ trace, shown }: Session): number {
  return shown === 'all' ? trace.moments.length : shown;
}

/** The session after the deed. */
export function after(session: Session, deed: Deed): Session {
  const length = session.trace.moments.length;
  const shown = shownCount(session);
  switch (deed.type) {
    case 'step':
      return at(session, session.shown === 'all' ? 1 : shown + 1);
    case 'back':
      return at(session, shown - 1);
    case 'start':
      return at(session, 0);
    case 'end':
      return at(session, length);
    case 'go':
      return at(session, deed.shown);
    case 'reset':
      return begin(session.author);
    case 'toggle': {
      const flight = session.trace.flights[deed.flight];
      return flight === undefined || !canBeLost(flight) ? session : toggled(session, flight);
    }
    case 'drop':
      return withScenario(session, { ...session.trace.scenario, faults: session.trace.scenario.faults.filter((fault) => fault !== deed.fault) });
    case 'restore':
      return withScenario(session, { ...session.trace.scenario, faults: restored(session, deed.fault) });
  }
}

function at(session: Session, shown: number): Session {
  const clamped = Math.min(Math.max(0, shown), session.trace.moments.length);
  return clamped === session.shown ? session : { ...session, shown: clamped };
}

/** The session with another scenario; the reader stays where they were as far as the new run goes. */
function withScenario(session: Session, scenario: Scenario): Session {
  const trace = run(scenario);
  return { ...session, trace, shown: session.shown === 'all' ? 'all' : Math.min(session.shown, trace.moments.length) };
}

/** The faults with one of the author's back in its place, the reader's after them. */
function restored(session: Session, fault: Fault): readonly Fault[] {
  const removed = removedFaults(session);
  return [...session.author.faults.filter((own) => own === fault || !removed.includes(own)), ...addedFaults(session)];
}

/** The fate of the flight turned over. A reader who steps is taken to where it shows, if they had seen the segment leave. */
function toggled(session: Session, flight: Flight): Session {
  const { trace } = session;
  const changed = withScenario(session, flight.fate === 'lost' ? withoutLoss(trace, flight) : withLoss(trace.scenario, flight));
  const again = sameFlight(changed.trace, flight);
  if (session.shown === 'all' || again === undefined || shownWhenSent(trace, flight) > session.shown) return changed;
  return { ...changed, shown: shownWhenLost(changed.trace, again) ?? shownWhenSent(changed.trace, again) };
}

/** The faults that the reader has added, in order. */
export function addedFaults({ author, trace }: Session): readonly Fault[] {
  return trace.scenario.faults.filter((fault) => !author.faults.includes(fault));
}

/** The author's faults that the reader has taken out. */
export function removedFaults({ author, trace }: Session): readonly Fault[] {
  return author.faults.filter((fault) => !trace.scenario.faults.includes(fault));
}

/** Whether there is anything that Reset would take back. */
export function isChanged(session: Session): boolean {
  return session.shown !== 'all' || session.trace.scenario !== session.author;
}
