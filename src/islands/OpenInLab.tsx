import { useEffect, useState } from 'preact/hooks';
import type { Words } from '../narration/sentence.ts';
import type { Session } from './session.ts';
import { text } from './text.ts';

interface Props {
  /** The address of the Lab in the page's language. */
  readonly lab: string;
  readonly session: Session;
  readonly words: Words;
}

/** The address that opens exactly this in the Lab. */
async function addressOf(lab: string, session: Session): Promise<string> {
  const { linkTo } = await import('./link/link-to.ts');
  return lab + (await linkTo(session, { view: 'ladder', selected: null, compared: null }));
}

/** Leads to the Lab, with the run as the reader has made it. */
export function OpenInLab({ lab, session, words }: Props) {
  const [href, setHref] = useState(lab);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!isNear) return;
    let wanted = true;
    addressOf(lab, session).then((found) => wanted && setHref(found), () => undefined);
    return () => {
      wanted = false;
    };
  }, [isNear, session]);
  const near = () => setNear(true);
  return (
    <p class="isl-to-lab">
      <a href={href} onPointerEnter={near} onFocus={near} onTouchStart={near}>
        {text(words, 'island.lab')}
      </a>
    </p>
  );
}
