import type { Exercise } from '../../exercise/exercise.ts';
import { say } from '../../narration/say.ts';
import type { Words } from '../../narration/sentence.ts';
import { Explanation } from './Explanation.tsx';
import { RightAnswer } from './RightAnswer.tsx';
import { text } from '../text.ts';

interface Props {
  readonly exercise: Exercise;
  readonly words: Words;
}

/** The answer, in a closed details element that opens without JavaScript too. */
export function AnswerKey({ exercise, words }: Props) {
  return (
    <details class="isl-details">
      <summary>{text(words, 'attempt.answer')}</summary>
      {exercise.fields.map((field) => (
        <div key={field.id} class="isl-answer">
          <p>{say(field.label, words)}</p>
          <RightAnswer field={field} words={words} />
          <Explanation of={field.explanation} words={words} />
        </div>
      ))}
    </details>
  );
}
