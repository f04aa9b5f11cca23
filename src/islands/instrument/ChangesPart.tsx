import type { Words } from '../../narration/sentence.ts';
import { Changes } from '../Changes.tsx';
import type { Deed } from '../deed.ts';
import { changesIn, traceOf, type Session } from '../stepping.ts';
import { text } from '../text.ts';

interface Props {
  readonly session: Session;
  readonly words: Words;
  readonly onDeed: (deed: Deed) => void;
}

/** What the reader has changed, each to be taken back; nothing where nothing is changed. */
export function ChangesPart({ session, words, onDeed }: Props) {
  const changes = changesIn(session);
  if (changes.added.length + changes.removed.length === 0) return null;
  return (
    <section class="isl-part isl-part-changes" aria-label={text(words, 'island.changes')}>
      <p class="isl-part-title" role="heading" aria-level={3}>{text(words, 'island.changes')}</p>
      <Changes changes={changes} scenario={traceOf(session).scenario} words={words} onDeed={onDeed} />
    </section>
  );
}
