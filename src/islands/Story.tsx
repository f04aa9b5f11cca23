import { narrateMoment } from '../narration/narrate.ts';
import { say } from '../narration/say.ts';
import type { Words } from '../narration/sentence.ts';
import { summary } from '../narration/summary.ts';
import type { Trace } from '../simulation/trace.ts';
import { Reasons } from './Reasons.tsx';
import { text } from './text.ts';

interface Props {
  readonly trace: Trace;
  /** How many moments are shown; `all`: the reader has not begun to step. */
  readonly shown: number | 'all';
  readonly words: Words;
  /** Whether the explanations can be said yet. */
  readonly isWhole: boolean;
}

/** The moment that the reader has come to, told: what happened, what came of it, and by which rules; before the first step the whole run in a few sentences. */
export function Story({ trace, shown, words, isWhole }: Props) {
  if (shown === 'all') {
    return (
      <ul class="isl-outcomes">
        {summary(trace).map((one, index) => (
          <li key={index}>{say(one, words)}</li>
        ))}
      </ul>
    );
  }
  const moment = trace.moments[shown - 1];
  if (moment === undefined) return <p class="isl-story-text">{text(words, 'island.nothing-yet')}</p>;
  const { happened, reasons, outcomes } = narrateMoment(moment, trace);
  return (
    <>
      <p class="isl-story-text">{say(happened, words)}</p>
      {outcomes.length > 0 && (
        <ul class="isl-outcomes">
          {outcomes.map(({ kind, sentence }, index) => (
            <li key={index} data-kind={kind}>
              {say(sentence, words)}
            </li>
          ))}
        </ul>
      )}
      {isWhole && reasons.length > 0 && <Reasons of={reasons} words={words} />}
    </>
  );
}
