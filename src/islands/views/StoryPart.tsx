import type { MutableRef } from 'preact/hooks';
import { narrateMoment } from '../../narration/narrate.ts';
import { say } from '../../narration/say.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Moment, Trace } from '../../simulation/trace.ts';
import { memo } from '../memo.ts';
import { text } from '../text.ts';

interface Props {
  readonly moment: Moment;
  readonly trace: Trace;
  readonly isPresent: boolean;
  readonly words: Words;
  readonly onGo: MutableRef<(shown: number) => void>;
}

/** One moment of the story: its number, which leads there, and what happened and came of it in a paragraph. */
export const StoryPart = memo(({ moment, trace, isPresent, words, onGo }: Props) => {
  const { happened, outcomes } = narrateMoment(moment, trace);
  const number = moment.index + 1;
  return (
    <li class="isl-tale-part" data-host={'host' in moment ? moment.host : undefined} data-kind={moment.kind} aria-current={isPresent ? 'step' : undefined}>
      <button type="button" class="isl-view-number" title={text(words, 'lab.go', { shown: number })} onClick={() => onGo.current(number)}>
        <span class="sr-only">{text(words, 'lab.story.number')} </span>
        {number}
      </button>
      <p>
        {say(happened, words)}
        {outcomes.map(({ kind, sentence }, at) => (
          <span key={at} class="isl-tale-outcome" data-kind={kind}>
            {' '}
            {say(sentence, words)}
          </span>
        ))}
      </p>
    </li>
  );
});
