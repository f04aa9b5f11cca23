import { useEffect, useRef } from 'preact/hooks';
import { followAddress, pushAddress, replaceAddress } from '../link/address.ts';
import { linkTo } from '../link/late-link.ts';
import type { LinkProblem } from '../link/problem.ts';
import type { Session } from '../stepping.ts';
import { unlinked, type Look } from '../link/place-link.ts';

/** How long nothing has to happen before the address follows, ms: browsers refuse to have it changed too often. */
const REST = 400;

/** What is said of a fragment in which not even the beginning of a link is left. */
const UNREAD: readonly LinkProblem[] = [{ code: 'nothing', params: {} }];

/** What an instrument does with a link that has come into the address. */
export interface Opened {
  readonly session: Session;
  readonly look: Look;
}

/**
 * Keeps the address up with the session, and the session with the address: a link that is in it at first, is pasted or comes
 * back by the browser's Back is opened. Where the reader goes on with another scenario, Back leads to the one before it.
 */
export function useAddress(isOn: boolean, session: Session, look: Look, onOpen: (opened: Opened | null, problems: readonly LinkProblem[]) => void): void {
  const last = useRef({ taken: session.taken, link: '', isUntouched: true, isOpening: false });
  useEffect(() => {
    if (!isOn) return;
    return followAddress((hash) => {
      if (hash === last.current.link) return;
      last.current = { ...last.current, link: hash, isOpening: true };
      const open = async () => {
        const { decode } = await import('../link/link.ts');
        const { place, problems } = await decode(hash);
        // Another one may have come into the address meanwhile.
        if (last.current.link !== hash) return;
        const opened = place === null ? null : unlinked(place);
        last.current = opened === null ? { ...last.current, isOpening: false } : { taken: opened.session.taken, link: hash, isUntouched: true, isOpening: false };
        onOpen(opened, place === null && problems.length === 0 ? UNREAD : problems);
      };
      open().catch(() => {
        if (last.current.link === hash) last.current.isOpening = false;
      });
    });
  }, [isOn]);

  useEffect(() => {
    const { current } = last;
    if (!isOn) return;
    if (current.isUntouched) {
      current.isUntouched = false;
      return;
    }
    const timer = setTimeout(() => {
      // What has come into the address and is being read must not be written over by what was before it.
      if (last.current.isOpening) return;
      const { link: before } = last.current;
      void linkTo(session, look).then((link) => {
        if (last.current.link !== before) return;
        const isOther = session.taken !== current.taken;
        last.current = { taken: session.taken, link, isUntouched: false, isOpening: false };
        if (isOther) pushAddress(link);
        else replaceAddress(link);
      });
    }, REST);
    return () => clearTimeout(timer);
  }, [isOn, session.place, session.author, look.view, look.selected, look.compared]);
}
