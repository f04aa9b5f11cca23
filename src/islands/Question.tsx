import type { Field } from '../exercise/exercise.ts';
import { say } from '../narration/say.ts';
import type { Words } from '../narration/sentence.ts';
import { orderOf, type Attempt, type Try } from './attempt.ts';
import { ChoiceQuestion } from './ChoiceQuestion.tsx';
import { Explanation } from './Explanation.tsx';
import { OrderQuestion } from './OrderQuestion.tsx';
import { text } from './text.ts';

interface Props {
  readonly attempt: Attempt;
  readonly field: Field;
  /** Unique on the page. */
  readonly id: string;
  readonly words: Words;
  /** Whether the explanations can be said yet. */
  readonly isWhole: boolean;
  readonly onTry: (what: Try) => void;
}

/** One field of an exercise, with what the last check said of it. */
export function Question({ attempt, field, id, words, isWhole, onTry }: Props) {
  const verdict = attempt.verdicts[field.id];
  const state = verdict === undefined ? undefined : verdict.right ? 'right' : verdict.answered ? 'wrong' : 'missing';
  const chosen = attempt.answer[field.id];
  return (
    <fieldset class="isl-field" data-verdict={state} aria-describedby={`${id}-verdict`}>
      <legend>{say(field.label, words)}</legend>
      {field.type === 'choice' ? (
        <ChoiceQuestion field={field} chosen={typeof chosen === 'string' ? chosen : undefined} name={id} words={words} onChoose={(value) => onTry({ type: 'choose', field: field.id, value })} />
      ) : (
        <OrderQuestion field={field} order={orderOf(attempt, field)} words={words} onMove={(value, by) => onTry({ type: 'move', field: field.id, value, by })} />
      )}
      <div class="isl-verdict" id={`${id}-verdict`}>
        {verdict !== undefined && state !== undefined && (
          <>
            <p>
              <strong>
                <span aria-hidden="true">{MARKS[state]} </span>
                {text(words, `attempt.verdict.${state}`)}
              </strong>
            </p>
            {isWhole && <Explanation of={verdict.right ? verdict.explanation : verdict.why} words={words} />}
          </>
        )}
      </div>
    </fieldset>
  );
}

const MARKS = { right: '✓', wrong: '✗', missing: '?' } as const;
