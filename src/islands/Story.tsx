import { happened } from '../narration/happened.ts';
import { outcomesOf } from '../narration/outcome.ts';
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
}

/** The moment that the reader has come to, told: what happened, what came of it, and by which rules; before the first step the whole run in a few sentences. */
export function Story({ trace, shown, words }: Props) {
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
  const outcomes = moment.kind === 'endpoint' ? outcomesOf(moment, trace) : [];
  return (
    <>
      <p class="isl-story-text">{say(happened(moment, trace), words)}</p>
      {outcomes.length > 0 && (
        <ul class="isl-outcomes">
          {outcomes.map(({ kind, sentence }, index) => (
            <li key={index} data-kind={kind}>
              {say(sentence, words)}
            </li>
          ))}
        </ul>
      )}
      {moment.kind === 'endpoint' && <Reasons moment={moment} trace={trace} words={words} />}
    </>
  );
}
