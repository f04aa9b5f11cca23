import type { ComponentChildren, Ref } from 'preact';
import type { Words } from '../../narration/sentence.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import type { Attempt, Try } from './attempt.ts';
import { Question } from './Question.tsx';
import { Said } from '../Said.tsx';

interface Props {
  readonly attempt: Attempt;
  /** Unique on the page; the question's element is called so with `-question`. */
  readonly id: string;
  readonly lang: Lang;
  readonly words: Words;
  /** Whether the explanations can be said yet. */
  readonly isWhole: boolean;
  readonly figure: ComponentChildren;
  /** Whether another figure is being drawn. */
  readonly isDrawing?: boolean;
  readonly question?: Ref<HTMLParagraphElement>;
  readonly onTry: (what: Try) => void;
  readonly onSubmit: () => void;
  /** What stands below the fields. */
  readonly children?: ComponentChildren;
}

/** A question as it is asked: its kind and difficulty, its figure, what is given, and the fields to answer. */
export function Asked({ attempt, id, lang, words, isWhole, figure, isDrawing = false, question, onTry, onSubmit, children }: Props) {
  const { exercise } = attempt;
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  const picture = (
    <div class="isl-exercise-figure" aria-busy={isDrawing}>
      {figure}
    </div>
  );
  // A walk is taken in the figure, so it stands where the answer is given.
  const isWalk = exercise.fields.some(({ type }) => type === 'path');
  return (
    <>
      <p class="isl-kicker">
        {text(words, `attempt.kind.${exercise.kind}`)}
        <span class="isl-difficulty" role="img" aria-label={text(words, 'attempt.difficulty', { n: exercise.difficulty })}>
          {[1, 2, 3].map((n) => (
            <i key={n} data-on={n <= exercise.difficulty} />
          ))}
        </span>
      </p>
      {!isWalk && picture}
      <form class="isl-form" onSubmit={submit}>
        {isWalk ? (
          <ol class="isl-events">
            {exercise.given.map((sentence, index) => (
              <li key={index} class="isl-given">
                <Said of={sentence} words={words} />
              </li>
            ))}
          </ol>
        ) : (
          exercise.given.map((sentence, index) => (
            <p key={index} class="isl-given">
              <Said of={sentence} words={words} />
            </p>
          ))
        )}
        <p class="isl-question" id={`${id}-question`} ref={question ?? null} tabIndex={-1}>
          <Said of={exercise.question} words={words} />
        </p>
        {exercise.fields.map((field) => (
          <Question key={field.id} attempt={attempt} field={field} id={`${id}-${field.id}`} figure={isWalk && picture} lang={lang} words={words} isWhole={isWhole} onTry={onTry} />
        ))}
        {children}
      </form>
    </>
  );
}
