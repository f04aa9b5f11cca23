import type { Session } from '../stepping.ts';
import { encode } from './link.ts';
import { linked, type Look } from './place-link.ts';

/** The fragment that opens exactly this in the Lab. */
export function linkTo(session: Session, look: Look): Promise<string> {
  return encode(linked(session, look));
}
