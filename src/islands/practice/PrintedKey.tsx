import type { Drawn } from '../../exercise/pool.ts';
import { say } from '../../narration/say.ts';
import type { Words } from '../../narration/sentence.ts';
import { RightAnswer } from '../exercise/RightAnswer.tsx';
import { text } from '../text.ts';
import type { ExamTask } from './place.ts';

interface Props {
  readonly task: ExamTask;
  readonly questions: readonly Drawn[];
  readonly words: Words;
}

/** The right answers of an exam, by the numbers of its questions, for paper. */
export function PrintedKey({ task, questions, words }: Props) {
  return (
    <section class="isl-printed-key">
      <h2>{text(words, 'practice.exam.key', { n: questions.length, seed: task.seed })}</h2>
      <ol>
        {questions.map(({ exercise }) => (
          <li key={exercise.id}>
            {exercise.fields.map((field) => (
              <div key={field.id}>
                <p>{say(field.label, words)}</p>
                <RightAnswer field={field} words={words} />
              </div>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
