import type { ComponentChildren, VNode } from 'preact';
import { useId, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Exercise as Made } from '../exercise/exercise.ts';
import { say } from '../narration/say.ts';
import type { Words } from '../narration/sentence.ts';
import { AnswerKey } from './AnswerKey.tsx';
import { firstAttempt, isSolved, rightCount, tried, type Attempt } from './attempt.ts';
import './exercise-words.ts';
import type { Lang } from './messages.ts';
import { Question } from './Question.tsx';
import { text } from './text.ts';
import { useWords } from './use-words.ts';
import './island.css';
import './exercise.css';

interface Props {
  /** The scenario in the notation, for further questions. */
  readonly scenario: string;
  /** The first question, made by the build from that scenario. */
  readonly first: Made;
  readonly lang: Lang;
  /** The diagram of the first question, drawn at build time. */
  readonly children?: ComponentChildren;
  /** The hint and the answer of the first question. */
  readonly answer?: ComponentChildren;
}

/** A question that the engine has made, graded and explained in the page; and as many more as the reader wants. */
export default function Exercise({ scenario, first, lang, children, answer }: Props) {
  const { words, isWhole, makeWhole } = useWords(lang, 'diagram', 'rest', 'answers');
  const id = useId();
  const [attempt, dispatch] = useReducer(tried, first, firstAttempt);
  const { exercise, checks } = attempt;
  const isFirst = exercise.id === first.id;
  const [figure, setFigure] = useState<VNode | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const question = useRef<HTMLParagraphElement>(null);
  const solved = isSolved(attempt);

  // A new question is read from its beginning; the first one leaves the focus where it is.
  useLayoutEffect(() => {
    if (!isFirst) question.current?.focus();
  }, [exercise]);

  const another = async () => {
    if (isWorking) return;
    setWorking(true);
    try {
      const [{ makeAnother }] = await Promise.all([import('./another.tsx'), makeWhole()]);
      const { exercise: next, figure: drawn } = await makeAnother(scenario, exercise, lang);
      setFigure(drawn);
      setFailed(false);
      dispatch({ type: 'renew', exercise: next });
    } catch {
      setFailed(true);
    }
    setWorking(false);
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    dispatch({ type: 'check' });
  };
  const prepare = () => void makeWhole().catch(() => undefined);

  return (
    <div class="isl-island isl-exercise not-content" role="group" aria-labelledby={`${id}-question`} onPointerOver={prepare} onFocusIn={prepare}>
      <p class="isl-kicker">{text(words, `attempt.kind.${exercise.kind}`)}</p>
      <div class="isl-picture" aria-busy={isWorking}>
        <div hidden={!isFirst}>{children}</div>
        {!isFirst && <div key={exercise.id}>{figure}</div>}
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
          <Question key={`${exercise.id}-${field.id}`} attempt={attempt} field={field} id={`${id}-${String(exercise.seed)}-${field.id}`} words={words} isWhole={isWhole} onTry={dispatch} />
        ))}
        <div class="isl-actions">
          <button type="submit" class="isl-primary">
            {text(words, checks > 0 && !solved ? 'attempt.check-again' : 'attempt.check')}
          </button>
          <button type="button" aria-disabled={isWorking} onClick={() => void another()}>
            {text(words, 'attempt.another')}
          </button>
        </div>
        <p class="isl-result" role="status" data-solved={solved}>
          {hasFailed ? text(words, 'attempt.another.failed') : checks > 0 && result(attempt, words)}
        </p>
      </form>
      <div hidden={!isFirst}>{answer}</div>
      {!isFirst && <AnswerKey key={exercise.id} exercise={exercise} words={words} />}
    </div>
  );
}

/** How the last check went as a whole. */
function result(attempt: Attempt, words: Words): string {
  const right = rightCount(attempt);
  const all = attempt.exercise.fields.length;
  return text(words, `attempt.result.${right === all ? 'right' : right === 0 ? 'none' : 'some'}`, { right, all });
}
