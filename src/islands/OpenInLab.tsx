import { useEffect, useState } from 'preact/hooks';
import type { Words } from '../narration/sentence.ts';
import { linkTo } from './link/late-link.ts';
import type { Session } from './stepping.ts';
import { text } from './text.ts';

interface Props {
  /** The address that opens the author's run in the Lab. */
  readonly lab: string;
  readonly session: Session;
  readonly words: Words;
}

/** The address that opens exactly this in the Lab. */
async function addressOf(lab: string, session: Session): Promise<string> {
  return lab.replace(/#.*$/, '') + (await linkTo(session, { view: 'ladder', selected: null, compared: null }));
}

/** Leads to the Lab, with the run as the reader has made it. The address is made when the reader comes near the link; a reader who is quicker than that waits for it. */
export function OpenInLab({ lab, session, words }: Props) {
  const [made, setMade] = useState({ session, href: lab });
  const [isNear, setNear] = useState(false);
  const isReady = made.session === session;
  useEffect(() => {
    if (!isNear || isReady) return;
    let wanted = true;
    addressOf(lab, session).then((href) => wanted && setMade({ session, href }), () => undefined);
    return () => {
      wanted = false;
    };
  }, [isNear, session]);
  const near = () => setNear(true);
  const away = () => setNear(false);
  const follow = (event: MouseEvent) => {
    if (isReady || event.button > 1) return;
    event.preventDefault();
    // In a frame of another site the Lab has no room.
    const inNew = parent !== window || event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
    const go = (href: string) => (inNew ? void open(href, '_blank', 'noopener') : location.assign(href));
    addressOf(lab, session).then(go, () => go(lab));
  };
  return (
    <p class="isl-to-lab">
      <a href={made.href} onPointerEnter={near} onFocus={near} onTouchStart={near} onPointerLeave={away} onBlur={away} onClick={follow} onAuxClick={follow}>
        {text(words, 'island.lab')}
      </a>
    </p>
  );
}
