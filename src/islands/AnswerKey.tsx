import type { Exercise, Field } from '../exercise/exercise.ts';
import { say } from '../narration/say.ts';
import type { Words } from '../narration/sentence.ts';
import { Explanation } from './Explanation.tsx';
import { text } from './text.ts';

interface Props {
  readonly exercise: Exercise;
  readonly words: Words;
}

/** The hint and the answer, each in a closed details element that opens without JavaScript too. */
export function AnswerKey({ exercise, words }: Props) {
  return (
    <>
      <details class="isl-details">
        <summary>{text(words, 'attempt.hint')}</summary>
        <p>{say(exercise.hint, words)}</p>
      </details>
      <details class="isl-details">
        <summary>{text(words, 'attempt.answer')}</summary>
        {exercise.fields.map((field) => (
          <FieldAnswer key={field.id} field={field} words={words} />
        ))}
      </details>
    </>
  );
}

function FieldAnswer({ field, words }: { readonly field: Field; readonly words: Words }) {
  const options = field.type === 'choice' ? field.options : field.items;
  const right = field.accepted.map((value) => options.find((option) => option.value === value)).map((option) => (option === undefined ? '' : say(option.label, words)));
  return (
    <div class="isl-answer">
      <p>{say(field.label, words)}</p>
      {field.type === 'choice' ? (
        <p>
          <strong>{right.join(` ${text(words, 'attempt.or')} `)}</strong>
        </p>
      ) : (
        <ol class="isl-reasons">
          {right.map((item) => (
            <li key={item}>
              <strong>{item}</strong>
            </li>
          ))}
        </ol>
      )}
      <Explanation of={field.explanation} words={words} />
    </div>
  );
}
