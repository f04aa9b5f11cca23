import { useEffect, useState } from 'preact/hooks';
import type { Play } from '../../exercise/exercise.ts';
import type { Words } from '../../narration/sentence.ts';
import { late } from '../late.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';

/** What is played, and for whom. */
export interface ShowProps {
  readonly play: Play;
  /** The scenario in the notation, played where `play` names no other. */
  readonly scenario: string;
  readonly title: string;
  readonly lang: Lang;
  readonly words: Words;
  readonly onClose: () => void;
}

/** Not known where pages are built: there Astro would give every page with a question the simulator's style sheets before its first paint. */
const SHOW_ME = late<typeof import('./ShowMe.tsx')>(() => (import.meta.env.SSR ? Promise.reject(new Error('Nothing is shown at build')) : import('./ShowMe.tsx')));

/** The simulator below a question, fetched when it is first asked for. */
export function Show(props: ShowProps) {
  const module = SHOW_ME.use();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    SHOW_ME.fetch().catch(() => setFailed(true));
  }, []);
  if (module !== null) return <module.ShowMe {...props} />;
  return (
    <p class="isl-show-late" role="status">
      {text(props.words, hasFailed ? 'attempt.show.failed' : 'attempt.show.fetching')}
    </p>
  );
}
