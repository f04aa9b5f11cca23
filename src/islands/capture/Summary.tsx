import { othersText } from '../../capture/others-text.ts';
import { hintSaid } from '../../capture/problem-said.ts';
import { say } from '../../narration/say.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Lang } from '../messages.ts';
import { text, word } from '../text.ts';
import { problemText } from './problem-words.ts';
import type { Ended, Progress } from './protocol.ts';
import { countText, sizeText } from './units.ts';

interface Props {
  readonly name: string;
  readonly progress: Progress;
  readonly ended: Ended;
  readonly words: Words;
  readonly lang: Lang;
}

/** What has been read of a file: how much, what else was in it, and where it broke. */
export function Summary({ name, progress, ended: { isStopped, problem, dropped }, words, lang }: Props) {
  const { octets, size, frames, segments, conversations, others } = progress;
  const count = (n: number) => countText(n, lang);
  const foreign = othersText(others, words, count);
  return (
    <div class="isl-read-summary">
      <p>{word(words, isStopped ? 'capture.read.stopped' : 'capture.read', { name, octets: sizeText(octets, lang), size: sizeText(size, lang), frames: count(frames), segments: count(segments), conversations: count(conversations) })}</p>
      {problem !== null && (
        <div class="isl-read-problem" role="group" aria-label={text(words, 'capture.problem')}>
          <p>
            <strong>{problemText(problem, words, lang)}</strong>
          </p>
          <p>{say(hintSaid(problem.fault), words)}</p>
        </div>
      )}
      {foreign !== '' && <p>{foreign}</p>}
      {frames > 0 && segments === 0 && <p>{text(words, 'capture.no-tcp')}</p>}
      {frames === 0 && problem === null && <p>{text(words, 'capture.no-frames')}</p>}
      {dropped.unanswered > 0 && <p>{text(words, 'capture.dropped.unanswered', { count: count(dropped.unanswered) })}</p>}
      {dropped.segments > 0 && <p>{text(words, 'capture.dropped.segments', { count: count(dropped.segments) })}</p>}
    </div>
  );
}
