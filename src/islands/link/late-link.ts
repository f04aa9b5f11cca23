import { late } from '../late.ts';
import type { Session } from '../stepping.ts';
import type { Look } from './place-link.ts';

const LINK = late(() => import('./link-to.ts'));

/** The fragment that opens exactly this in the Lab; its code is fetched when it is first asked for. */
export async function linkTo(session: Session, look: Look): Promise<string> {
  const code = await LINK.fetch();
  return code.linkTo(session, look);
}
