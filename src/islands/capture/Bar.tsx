import type { Words } from '../../narration/sentence.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import type { Progress } from './protocol.ts';
import { countText, sizeText } from './units.ts';

interface Props {
  readonly progress: Progress;
  readonly words: Words;
  readonly lang: Lang;
  readonly onStop: () => void;
}

/** How far the reading has come, and the way to stop it. */
export function Bar({ progress: { octets, size, segments, conversations }, words, lang, onStop }: Props) {
  const share = size === 0 ? 1 : octets / size;
  const said = text(words, 'capture.progress', { octets: sizeText(octets, lang), size: sizeText(size, lang), segments: countText(segments, lang), conversations: countText(conversations, lang) });
  return (
    <div class="isl-reading-bar">
      <div class="isl-reading-track" role="progressbar" aria-label={text(words, 'capture.progress.label')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.floor(share * 100)} aria-valuetext={said}>
        <div style={{ inlineSize: `${String(share * 100)}%` }} />
      </div>
      <p>{said}</p>
      <button type="button" onClick={onStop}>
        {text(words, 'capture.stop')}
      </button>
    </div>
  );
}
