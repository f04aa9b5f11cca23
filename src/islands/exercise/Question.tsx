import type { ComponentChildren } from 'preact';
import type { Field } from '../../exercise/field.ts';
import { say } from '../../narration/say.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import { AnswerField } from './AnswerField.tsx';
import type { Attempt, Try } from './attempt.ts';
import { Explanation } from './Explanation.tsx';
import { Objections } from './Objections.tsx';

interface Props {
  readonly attempt: Attempt;
  readonly field: Field;
  /** Unique on the page. */
  readonly id: string;
  /** The figure of the exercise, for a field that is answered in it. */
  readonly figure: ComponentChildren;
  readonly lang: Lang;
  readonly words: Words;
  /** Whether the explanations can be said yet. */
  readonly isWhole: boolean;
  readonly onTry: (what: Try) => void;
}

/** One field of an exercise, with what the last check said of it. */
export function Question({ attempt, field, id, figure, lang, words, isWhole, onTry }: Props) {
  const verdict = attempt.verdicts[field.id];
  const state = verdict === undefined ? undefined : verdict.right ? 'right' : verdict.answered ? 'wrong' : 'missing';
  return (
    <fieldset class="isl-field" data-type={field.type} data-verdict={state} aria-describedby={`${id}-verdict`}>
      <legend>{say(field.label, words)}</legend>
      <div class="isl-answering">
        <AnswerField
          field={field}
          given={attempt.answer[field.id]}
          fixed={attempt.fixed[field.id] ?? []}
          wrong={verdict?.objections.flatMap(({ part }) => part ?? []) ?? []}
          isRight={state === 'right'}
          name={id}
          figure={figure}
          words={words}
          onAnswer={(value) => onTry({ type: 'answer', field: field.id, value })}
        />
      </div>
      <div class="isl-verdict" id={`${id}-verdict`}>
        {verdict !== undefined && state !== undefined && (
          <>
            <p>
              <strong>
                <span aria-hidden="true">{MARKS[state]} </span>
                {text(words, `attempt.verdict.${state}`)}
              </strong>
            </p>
            {isWhole && (state === 'right' ? <Explanation of={verdict.explanation} words={words} /> : <Objections field={field} of={verdict.objections} lang={lang} words={words} />)}
          </>
        )}
      </div>
    </fieldset>
  );
}

const MARKS = { right: '✓', wrong: '✗', missing: '?' } as const;
