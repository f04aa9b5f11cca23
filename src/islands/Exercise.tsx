import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { Exercise as Made, Kind } from '../exercise/exercise.ts';
import { makeExercise } from '../exercise/make-exercise.ts';
import { say } from '../narration/say.ts';
import { parse } from '../scenario/parse.ts';
import { run } from '../simulation/run.ts';
import type { Trace } from '../simulation/trace.ts';
import { AnswerKey } from './AnswerKey.tsx';
import { firstAttempt, isSolved, rightCount, tried } from './attempt.ts';
import { drawExercise } from './exercise-picture.ts';
import { wordsIn, type Lang } from './messages.ts';
import { Question } from './Question.tsx';
import { text } from './text.ts';
import './island.css';
import './exercise.css';

interface Props {
  /** The scenario in the notation; it parses, because the build has checked it. */
  readonly scenario: string;
  readonly kind: Kind;
  readonly seed: number;
  readonly lang: Lang;
  /** The diagram of the first question, drawn at build time. */
  readonly children?: ComponentChildren;
}

/** A question that the engine has made, graded and explained in the page; and as many more as the reader wants. */
export default function Exercise({ scenario, kind, seed, lang, children }: Props) {
  const words = wordsIn(lang);
  const id = useId();
  const trace = useMemo(() => run(parse(scenario).scenario), [scenario]);
  const [attempt, dispatch] = useReducer(tried, seed, (first: number) => firstAttempt(made(trace, kind, first)));
  const { exercise, checks } = attempt;
  /** The picture of another question than the first; null for the first one's, from the build. */
  const [picture, setPicture] = useState<string | null>(null);
  const [pictureFailed, setPictureFailed] = useState(false);
  const [isDrawing, setIsDrawing] = useState(false);
  const question = useRef<HTMLParagraphElement>(null);
  const solved = isSolved(attempt);

  // A new question is read from its beginning; the first one leaves the focus where it is.
  useLayoutEffect(() => {
    if (exercise.seed !== seed) question.current?.focus();
  }, [exercise]);

  const another = async () => {
    if (isDrawing) return;
    setIsDrawing(true);
    const next = made(trace, kind, exercise.seed + 1);
    const drawn = await drawExercise(next, trace, words).catch(() => null);
    setPicture(drawn);
    setPictureFailed(drawn === null);
    setIsDrawing(false);
    dispatch({ type: 'renew', exercise: next });
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    dispatch({ type: 'check' });
  };

  return (
    <section class="isl-island isl-exercise not-content" aria-labelledby={`${id}-question`}>
      <p class="isl-kicker">{text(words, `island.kind.${kind}`)}</p>
      <div class="isl-picture" aria-busy={isDrawing}>
        <div hidden={picture !== null || pictureFailed}>{children}</div>
        {picture !== null && <div dangerouslySetInnerHTML={{ __html: picture }} />}
        {pictureFailed && <p>{text(words, 'island.picture.failed')}</p>}
      </div>
      <form class="isl-form" onSubmit={onSubmit}>
        {exercise.given.map((sentence, index) => (
          <p key={`${exercise.id}-${String(index)}`} class="isl-given">
            {say(sentence, words)}
          </p>
        ))}
        <p class="isl-question" id={`${id}-question`} ref={question} tabIndex={-1}>
          {say(exercise.question, words)}
        </p>
        {exercise.fields.map((field) => (
          <Question key={`${exercise.id}-${field.id}`} attempt={attempt} field={field} id={`${id}-${String(exercise.seed)}-${field.id}`} words={words} onTry={dispatch} />
        ))}
        <div class="isl-actions">
          <button type="submit" class="isl-primary">
            {text(words, checks > 0 && !solved ? 'island.check-again' : 'island.check')}
          </button>
          <button type="button" aria-disabled={isDrawing} onClick={() => void another()}>
            {text(words, 'island.another')}
          </button>
        </div>
        <p class="isl-result" role="status" data-solved={solved}>
          {checks > 0 && text(words, solved ? 'island.result.right' : 'island.result.some', { right: rightCount(attempt), all: exercise.fields.length })}
        </p>
      </form>
      <AnswerKey key={exercise.id} exercise={exercise} words={words} />
    </section>
  );
}

/** The exercise for a seed. That its kind applies to the scenario has been checked by the build, for one seed as for any. */
function made(trace: Trace, kind: Kind, seed: number): Made {
  const exercise = makeExercise(trace, kind, seed);
  if (exercise === null) throw new Error(`The scenario gives no exercise of the kind "${kind}"`);
  return exercise;
}
