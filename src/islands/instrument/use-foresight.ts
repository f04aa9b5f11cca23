import { useLayoutEffect } from 'preact/hooks';
import type { Flight } from '../../simulation/trace.ts';
import { foresee } from '../foreseen.ts';
import { offeredFor } from '../hands/offered.ts';
import { layoutAhead } from '../ladder/layout.ts';
import { shownCount, traceOf, type Session } from '../stepping.ts';
import { whenIdle } from './turns.ts';

/** How long nothing has to change before anything is foreseen, ms: the panels have followed by then. */
const STILL = 60;
/** A run of more moments is not made before it is asked for: what takes so long would stand in the way of whatever the reader does meanwhile. */
const MOST = 120;

/**
 * Runs and lays out, one after the other while nothing else happens, what comes of each deed that one tap does to the flight: the
 * tap then has only to draw it. What is not foreseen yet when the session changes is let go at once, before that is drawn.
 */
export function useForesight(session: Session, flight: Flight | undefined, isWanted: boolean): void {
  useLayoutEffect(() => {
    const trace = traceOf(session);
    if (flight === undefined || !isWanted || trace.moments.length > MOST) return undefined;
    let callOff: () => void;
    const go = (tasks: readonly (() => void)[]) => {
      const [first, ...rest] = tasks;
      if (first === undefined) return;
      callOff = whenIdle(() => {
        first();
        go(rest);
      });
    };
    const begin = () => {
      const { deeds } = offeredFor(trace, flight, shownCount(session));
      go(
        deeds.flatMap((type) => {
          if (type === 'delay' || type === 'duplicate') return [];
          const next = () => traceOf(foresee(session, { type: 'wire', flight: flight.id, what: { type } }));
          return [next, () => layoutAhead(next())];
        }),
      );
    };
    const timer = setTimeout(begin, STILL);
    callOff = () => clearTimeout(timer);
    return () => callOff();
  }, [session, flight?.id, isWanted]);
}
