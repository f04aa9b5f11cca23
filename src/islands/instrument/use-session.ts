import { useEffect, useReducer } from 'preact/hooks';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import { showing } from '../branch.ts';
import type { Deed } from '../deed.ts';
import { afterwards } from '../foreseen.ts';
import { after, begin } from '../session.ts';
import { entered, type Session } from '../stepping.ts';

/** What is done to the session: a deed, or another session in its place. */
export type Act = Deed | { readonly type: 'resume'; readonly session: Session };

interface Begin {
  readonly scenario: Scenario;
  /** A run that did not come from the scenario, and can only be looked at; absent: the scenario is run. */
  readonly given: Trace | undefined;
  /** Whether the old future stays as a branch where the reader changes something. */
  readonly keeps: boolean;
  /** How many of its moments are shown at first; absent: all. */
  readonly from: number | undefined;
}

function reduce(session: Session, act: Act): Session {
  return act.type === 'resume' ? act.session : afterwards(session, act);
}

/** The session at a run that is given, at the place where another run of as many moments was looked at. */
function movedTo(given: Trace, { place }: Session): Session {
  const there = entered(given);
  return place.shown === 'all' ? there : { ...there, place: showing(there.place, place.shown) };
}

/** An instrument's session, and what does something to it. Where another run is given, that is on view from then on. */
export function useSession({ scenario, given, keeps, from }: Begin): readonly [Session, (act: Act) => void] {
  const [session, dispatch] = useReducer<Session, Act, Scenario>(reduce, scenario, (author) => {
    const whole = given === undefined ? begin(author, keeps) : entered(given);
    return from === undefined ? whole : after(whole, { type: 'go', shown: from });
  });
  useEffect(() => {
    if (given !== undefined && given.scenario !== session.author) dispatch({ type: 'resume', session: movedTo(given, session) });
  }, [given]);
  return [session, dispatch];
}
