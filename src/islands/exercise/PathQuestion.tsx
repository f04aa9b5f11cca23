import type { PathField } from '../../exercise/field.ts';
import { STATES, type State } from '../../tcp/state.ts';
import { late } from '../late.ts';
import { text } from '../text.ts';
import type { AnswerProps } from './answer-props.ts';
import { listOf } from './attempt.ts';
import { PartMark } from './PartMark.tsx';
import { partVerdict } from './part-verdict.ts';

const MAP = late(() => import('./StateWalk.tsx'));

/** A walk through the states, taken on the map of RFC 9293 Figure 5, state after state. */
export function PathQuestion(props: AnswerProps<PathField>) {
  const { field, given, fixed, isRight, figure, words, onAnswer } = props;
  const walked = listOf(given);
  const map = MAP.use();
  const walk = [field.start, ...walked].flatMap((name): readonly State[] => STATES.filter((state) => state === name));
  const canGoBack = !isRight && walked.length > fixed.length;
  return (
    <div class="isl-path">
      <ol class="isl-walk" aria-live="polite" aria-label={text(words, 'attempt.path.walk')}>
        {walk.map((state, at) => {
          const verdict = at === 0 ? undefined : partVerdict(props, String(at - 1));
          return (
            <li key={at} data-mark={verdict}>
              {state}
              <PartMark of={verdict} words={words} />
            </li>
          );
        })}
      </ol>
      <div class="isl-walk-room">
        <div hidden={map !== null}>{figure}</div>
        {map !== null && <map.StateWalk walk={walk} isIdle={isRight} words={words} onStep={(state) => onAnswer([...walked, state])} />}
      </div>
      {!isRight && (
        <button type="button" class="isl-walk-back" aria-disabled={!canGoBack} onClick={() => canGoBack && onAnswer(walked.slice(0, -1))}>
          {text(words, 'attempt.path.back')}
        </button>
      )}
    </div>
  );
}
