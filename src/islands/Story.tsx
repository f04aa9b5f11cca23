import { happened } from '../narration/happened.ts';
import { outcomesOf } from '../narration/outcome.ts';
import { say } from '../narration/say.ts';
import type { Words } from '../narration/sentence.ts';
import { summary } from '../narration/summary.ts';
import type { EndpointMoment, Trace } from '../simulation/trace.ts';
import { EXPLANATIONS } from './explanations.ts';
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
      {isWhole && moment.kind === 'endpoint' && <Why moment={moment} trace={trace} words={words} />}
    </>
  );
}

/** By which rules it happened, as soon as what explains them is here. */
function Why({ moment, trace, words }: Pick<Props, 'trace' | 'words'> & { readonly moment: EndpointMoment }) {
  const code = EXPLANATIONS.use();
  return code !== null && moment.because.length > 0 && <code.Reasons moment={moment} trace={trace} words={words} />;
}
