import type { Deed } from './deed.ts';
import { after } from './session.ts';
import type { Session } from './stepping.ts';

/** What is known of a session before it is done, by the deed as text. */
const known = new WeakMap<Session, Map<string, Session>>();

/** The session after the deed, as `after` makes it, and kept: a reader who then does it need not wait for the run. */
export function foresee(session: Session, deed: Deed): Session {
  const futures = known.get(session) ?? new Map<string, Session>();
  known.set(session, futures);
  const name = JSON.stringify(deed);
  const next = futures.get(name) ?? after(session, deed);
  futures.set(name, next);
  return next;
}

/** The session after the deed: as it was foreseen, or made now. */
export function afterwards(session: Session, deed: Deed): Session {
  return (deed.type === 'wire' ? known.get(session)?.get(JSON.stringify(deed)) : undefined) ?? after(session, deed);
}
