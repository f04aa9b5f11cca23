import { useRef, useState } from 'preact/hooks';
import type { Deed } from './deed.ts';
import { ENGINE } from './engine.ts';
import { stepped, type Session } from './stepping.ts';

/** A reader's way through a run that the build has made. */
export interface BuiltRun {
  readonly session: Session;
  /** Whether a change waits for the engine. */
  readonly isWaiting: boolean;
  /** Whether the last change was in vain, because the engine could not be fetched. */
  readonly hasFailed: boolean;
  /** Does the deed; `before` is called just before the session is another. */
  readonly act: (deed: Deed, before: () => void) => void;
}

/** A hook: the session that begins with the run of the build; what only moves through it is done at once, the first change fetches the engine, and calls `prepare` for what else it will take. */
export function useBuiltRun(begun: Session, prepare: () => void): BuiltRun {
  const [session, setSession] = useState(begun);
  const [fetching, setFetching] = useState<'no' | 'waiting' | 'failed'>('no');
  const waiting = useRef<Deed[] | null>(null);
  const moved = (now: Session, deed: Deed) => (deed.type === 'reset' ? begun : stepped(now, deed));

  const act = (deed: Deed, before: () => void) => {
    const isMove = moved(session, deed) !== null;
    if (waiting.current !== null) {
      // Steps are taken after the change that was asked for before them; another change speaks of a run that is about to be another.
      if (isMove) waiting.current.push(deed);
      return;
    }
    const go = (after: (now: Session) => Session) => {
      before();
      setFetching('no');
      setSession(after);
    };
    const engine = ENGINE.now();
    if (isMove || engine !== null) {
      go((now) => moved(now, deed) ?? engine?.after(now, deed) ?? now);
      return;
    }
    const deeds = [deed];
    waiting.current = deeds;
    setFetching('waiting');
    prepare();
    ENGINE.fetch()
      .then(({ after }) => go((now) => deeds.reduce((so, one) => moved(so, one) ?? after(so, one), now)), () => setFetching('failed'))
      .finally(() => (waiting.current = null));
  };
  return { session, isWaiting: fetching === 'waiting', hasFailed: fetching === 'failed', act };
}
