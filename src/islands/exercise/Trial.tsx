import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Exercise } from '../../exercise/exercise.ts';
import type { Words } from '../../narration/sentence.ts';
import { reportAnswer } from '../answers-report.ts';
import { useKeptFocus } from '../kept-focus.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import { answeredBy } from './answered.ts';
import { Asked } from './Asked.tsx';
import { firstAttempt, isSolved, rightCount, tried, type Attempt } from './attempt.ts';
import { Said } from '../Said.tsx';
import { Show } from './Show.tsx';
import '../island.css';
import './exercise.css';

interface Props {
  readonly exercise: Exercise;
  /** The scenario that it was made from, in the notation; null where it is about none. */
  readonly scenario: string | null;
  readonly lang: Lang;
  /** The page where it stands: its address without language; null: how it is answered is nobody's business. */
  readonly slug: string | null;
  readonly words: Words;
  /** Whether the explanations can be said yet. */
  readonly isWhole: boolean;
  readonly figure: ComponentChildren;
  /** The answer, to be opened. */
  readonly answer: ComponentChildren;
  /** Whether it stands where another question stood: then it is read from its beginning. */
  readonly isNext: boolean;
  /** The way to another question: what its button says, whether one is on its way; null where there is no other. */
  readonly next: { readonly label: string; readonly isWorking: boolean; readonly onNext: () => void } | null;
  /** What has gone wrong with that. */
  readonly trouble: string | null;
  /** The reader turns to it: what it may have to say should be fetched. */
  readonly onTurn: () => void;
}

/** A question that is answered, checked, corrected, explained and shown by the simulator. */
export function Trial({ exercise, scenario, lang, slug, words, isWhole, figure, answer, isNext, next, trouble, onTurn }: Props) {
  const id = useId();
  const [attempt, dispatch] = useReducer(tried, exercise, firstAttempt);
  const [isShown, setShown] = useState(false);
  const hasPeeked = useRef(false);
  const question = useRef<HTMLParagraphElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const showButton = useRef<HTMLButtonElement>(null);
  const solved = isSolved(attempt);
  useKeptFocus(root);
  useLayoutEffect(() => {
    if (isNext) question.current?.focus();
  }, []);

  const check = () => {
    if (solved) return;
    dispatch({ type: 'check' });
    const checked = tried(attempt, { type: 'check' });
    if (slug !== null && checked.checks > attempt.checks) reportAnswer(answeredBy(checked, hasPeeked.current, slug));
  };
  const closeShow = () => {
    setShown(false);
    showButton.current?.focus();
  };
  const peek = () => {
    hasPeeked.current = true;
  };

  return (
    <div ref={root} class="isl-island isl-exercise not-content" role="group" aria-labelledby={`${id}-question`} onPointerOver={onTurn} onFocusIn={onTurn}>
      <Asked attempt={attempt} id={id} lang={lang} words={words} isWhole={isWhole} figure={figure} isDrawing={next?.isWorking === true} question={question} onTry={dispatch} onSubmit={check}>
        <details class="isl-details isl-hint">
          <summary>{text(words, 'attempt.hint')}</summary>
          <p>
            <Said of={exercise.hint} words={words} />
          </p>
        </details>
        <div class="isl-actions">
          <button type="submit" class="isl-primary" aria-disabled={solved}>
            {text(words, attempt.checks > 0 && !solved ? 'attempt.check-again' : 'attempt.check')}
          </button>
          {next !== null && (
            <button type="button" aria-disabled={next.isWorking} onClick={next.onNext}>
              {next.label}
            </button>
          )}
          {attempt.checks > 0 && scenario !== null && (
            <button type="button" ref={showButton} aria-expanded={isShown} onClick={() => setShown(!isShown)}>
              {text(words, 'attempt.show')}
            </button>
          )}
        </div>
        <p class="isl-result" role="status" data-solved={solved}>
          {trouble ?? result(attempt, words)}
        </p>
      </Asked>
      {isShown && scenario !== null && <Show play={exercise.play} scenario={scenario} title={text(words, 'attempt.show.title')} lang={lang} words={words} onClose={closeShow} />}
      {/* Who opens the answer has not found it alone; the key opens it as a click does. */}
      {/* eslint-disable-next-line jsx-a11y-x/click-events-have-key-events, jsx-a11y-x/no-static-element-interactions */}
      <div class="isl-key" onClick={peek}>
        {answer}
      </div>
    </div>
  );
}

/** How the last check went as a whole; '' before it. */
function result(attempt: Attempt, words: Words): string {
  const right = rightCount(attempt);
  if (attempt.checks === 0) return Object.keys(attempt.verdicts).length > 0 ? text(words, 'attempt.result.missing') : '';
  const all = attempt.exercise.fields.length;
  return text(words, `attempt.result.${right === all ? 'right' : right === 0 ? 'none' : 'some'}`, { right, all });
}
