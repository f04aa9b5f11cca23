import type { PathField } from '../exercise/field.ts';
import { STATES } from '../tcp/state.ts';
import type { AnswerProps } from './answer-props.ts';
import { listOf } from './attempt.ts';
import { text } from './text.ts';

/** A walk through the states, taken state after state. */
export function PathQuestion({ field, given, fixed, isRight, words, onAnswer }: AnswerProps<PathField>) {
  const walked = listOf(given);
  return (
    <div class="isl-path">
      <ol class="isl-walk">
        {[field.start, ...walked].map((state, at) => (
          <li key={at}>{state}</li>
        ))}
      </ol>
      {!isRight && (
        <div class="isl-states">
          {STATES.map((state) => (
            <button key={state} type="button" onClick={() => onAnswer([...walked, state])}>
              {state}
            </button>
          ))}
          <button type="button" aria-disabled={walked.length <= fixed.length} onClick={() => walked.length > fixed.length && onAnswer(walked.slice(0, -1))}>
            {text(words, 'attempt.step-back')}
          </button>
        </div>
      )}
    </div>
  );
}
