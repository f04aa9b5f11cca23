import type { ComponentChildren, VNode } from 'preact';
import { useId, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { Exercise as Made } from '../../exercise/exercise.ts';
import { say } from '../../narration/say.ts';
import type { Words } from '../../narration/sentence.ts';
import { reportAnswer } from '../answers-report.ts';
import { useKeptFocus } from '../kept-focus.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import { useWords } from '../use-words.ts';
import { AnswerKey } from './AnswerKey.tsx';
import { answeredBy } from './answered.ts';
import { firstAttempt, isSolved, rightCount, tried, type Attempt } from './attempt.ts';
import './exercise-words.ts';
import { Question } from './Question.tsx';
import { Show } from './Show.tsx';
import { veil } from './veil.ts';
import '../island.css';
import './exercise.css';

interface Props {
  /** The scenario in the notation, for further questions. */
  readonly scenario: string;
  /** The first question, made by the build from that scenario: an exercise as JSON, veiled, because it knows the answers. */
  readonly first: string;
  readonly lang: Lang;
  /** The page where it stands: its address without language. */
  readonly slug: string;
  /** The figure of the first question, drawn at build time. */
  readonly children?: ComponentChildren;
  /** The answer of the first question. */
  readonly answer?: ComponentChildren;
}

/** A question that the engine has made, graded and explained in the page; and as many more as the reader wants. */
export default function Exercise({ scenario, first: veiled, lang, slug, children, answer }: Props) {
  const { words, isWhole, makeWhole } = useWords(lang, 'diagram', 'rest', 'answers');
  const id = useId();
  const first = useMemo(() => JSON.parse(veil(veiled)) as Made, [veiled]);
  const [attempt, dispatch] = useReducer(tried, first, firstAttempt);
  const { exercise, checks } = attempt;
  const isFirst = exercise.id === first.id;
  const [figure, setFigure] = useState<VNode | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [show, setShow] = useState<string | null>(null);
  const hasPeeked = useRef(false);
  const question = useRef<HTMLParagraphElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const showButton = useRef<HTMLButtonElement>(null);
  const solved = isSolved(attempt);
  useKeptFocus(root);

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
      setShow(null);
      hasPeeked.current = false;
      dispatch({ type: 'renew', exercise: next });
    } catch {
      setFailed(true);
    }
    setWorking(false);
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (solved) return;
    dispatch({ type: 'check' });
    reportAnswer(answeredBy(tried(attempt, { type: 'check' }), hasPeeked.current, slug));
  };
  const prepare = () => void makeWhole().catch(() => undefined);
  const closeShow = () => {
    setShow(null);
    showButton.current?.focus();
  };
  const peek = () => {
    hasPeeked.current = true;
  };

  return (
    <div ref={root} class="isl-island isl-exercise not-content" role="group" aria-labelledby={`${id}-question`} onPointerOver={prepare} onFocusIn={prepare}>
      <p class="isl-kicker">
        {text(words, `attempt.kind.${exercise.kind}`)}
        <span class="isl-difficulty" role="img" aria-label={text(words, 'attempt.difficulty', { n: exercise.difficulty })}>
          {[1, 2, 3].map((n) => (
            <i key={n} data-on={n <= exercise.difficulty} />
          ))}
        </span>
      </p>
      <div class="isl-exercise-figure" aria-busy={isWorking}>
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
          <Question key={`${exercise.id}-${field.id}`} attempt={attempt} field={field} id={`${id}-${String(exercise.seed)}-${field.id}`} lang={lang} words={words} isWhole={isWhole} onTry={dispatch} />
        ))}
        <details key={exercise.id} class="isl-details isl-hint">
          <summary>{text(words, 'attempt.hint')}</summary>
          <p>{say(exercise.hint, words)}</p>
        </details>
        <div class="isl-actions">
          <button type="submit" class="isl-primary" aria-disabled={solved}>
            {text(words, checks > 0 && !solved ? 'attempt.check-again' : 'attempt.check')}
          </button>
          <button type="button" aria-disabled={isWorking} onClick={() => void another()}>
            {text(words, 'attempt.another')}
          </button>
          {checks > 0 && (
            <button type="button" ref={showButton} aria-expanded={show !== null} onClick={() => setShow(show === null ? exercise.id : null)}>
              {text(words, 'attempt.show')}
            </button>
          )}
        </div>
        <p class="isl-result" role="status" data-solved={solved}>
          {hasFailed ? text(words, 'attempt.another.failed') : checks > 0 && result(attempt, words)}
        </p>
      </form>
      {show !== null && <Show key={show} play={exercise.play} scenario={scenario} title={text(words, 'attempt.show.title')} lang={lang} words={words} onClose={closeShow} />}
      {/* Who opens the answer has not found it alone; the key opens it as a click does. */}
      {/* eslint-disable-next-line jsx-a11y-x/click-events-have-key-events, jsx-a11y-x/no-static-element-interactions */}
      <div class="isl-key" onClick={peek}>
        <div hidden={!isFirst}>{answer}</div>
        {!isFirst && <AnswerKey key={exercise.id} exercise={exercise} words={words} />}
      </div>
    </div>
  );
}

/** How the last check went as a whole. */
function result(attempt: Attempt, words: Words): string {
  const right = rightCount(attempt);
  const all = attempt.exercise.fields.length;
  return text(words, `attempt.result.${right === all ? 'right' : right === 0 ? 'none' : 'some'}`, { right, all });
}
