import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { reportAnswer } from '../answers-report.ts';
import { AnswerKey } from '../exercise/AnswerKey.tsx';
import { answeredBy } from '../exercise/answered.ts';
import { Asked } from '../exercise/Asked.tsx';
import { isSolved, tried } from '../exercise/attempt.ts';
import { useKeptFocus } from '../kept-focus.ts';
import { text, word } from '../text.ts';
import { PRACTICE_SLUG, type ModeProps } from './mode-props.ts';
import type { ExamTask } from './place.ts';
import { PrintedKey } from './PrintedKey.tsx';
import { SaveQti } from './SaveQti.tsx';
import { TopicResult } from './TopicResult.tsx';
import { unanswered } from './unanswered.ts';
import { usePaper } from './use-paper.ts';

interface Props extends ModeProps {
  readonly task: ExamTask;
  readonly onLeave: () => void;
}

/** All questions of an exam on one page, to be handed in together; to be printed as a sheet, with the key on sheets of its own. */
export function Paper({ task, onLeave, ...mode }: Props) {
  const { lang, words, isWhole } = mode;
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const result = useRef<HTMLParagraphElement>(null);
  const { questions, attempts, figures, hasFailed, onTry } = usePaper(task, mode);
  const [isHandedIn, setHandedIn] = useState(false);
  const [missing, setMissing] = useState<readonly number[]>([]);
  const [printed, setPrinted] = useState<'sheet' | 'key' | null>(null);
  const isDrawn = figures.length === questions.length;
  useKeptFocus(root);
  useLayoutEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (printed === null) return;
    window.print();
    setPrinted(null);
  }, [printed]);

  const handIn = () => {
    const open = attempts.flatMap((attempt, at) => (unanswered(attempt) ? [at + 1] : []));
    if (open.length > 0 && missing.join() !== open.join()) {
      setMissing(open);
      return;
    }
    setMissing([]);
    onTry({ type: 'check' });
    setHandedIn(true);
    for (const attempt of attempts) reportAnswer(answeredBy(tried(attempt, { type: 'check' }), false, PRACTICE_SLUG));
    requestAnimationFrame(() => result.current?.focus());
  };
  const right = attempts.filter(isSolved).length;

  return (
    <div ref={root} class="isl-paper" data-printed={printed ?? 'sheet'}>
      <h2 ref={heading} tabIndex={-1}>
        {text(words, 'practice.exam.title', { n: questions.length, seed: task.seed })}
      </h2>
      <p class="isl-paper-name" aria-hidden="true">
        {text(words, 'practice.exam.name')}
      </p>
      <div class="isl-actions isl-paper-tools">
        <button type="button" onClick={onLeave}>
          {text(words, 'practice.exam.other')}
        </button>
        <button type="button" aria-disabled={!isDrawn} onClick={() => isDrawn && setPrinted('sheet')}>
          {text(words, 'practice.exam.print')}
        </button>
        <button type="button" aria-disabled={!isDrawn} onClick={() => isDrawn && setPrinted('key')}>
          {text(words, 'practice.exam.print-key')}
        </button>
        <SaveQti task={task} questions={questions} isReady={isDrawn} lang={lang} words={words} />
        <span role="status">{hasFailed ? text(words, 'attempt.another.failed') : !isDrawn && text(words, 'practice.exam.drawn', { n: figures.length, all: questions.length })}</span>
      </div>
      {questions.length < task.count && <p>{text(words, 'practice.exam.fewer', { n: questions.length, wanted: task.count })}</p>}
      <ol class="isl-paper-questions">
        {attempts.map((attempt, at) => (
          <li key={attempt.exercise.id} data-exercise={attempt.exercise.id} class="isl-island isl-exercise not-content" aria-labelledby={`${id}-${String(at)}-number ${id}-${String(at)}-question`}>
            <h3 id={`${id}-${String(at)}-number`}>{text(words, 'practice.exam.question', { n: at + 1 })}</h3>
            <Asked attempt={attempt} id={`${id}-${String(at)}`} lang={lang} words={words} isWhole={isWhole} figure={figures[at] ?? <div class="isl-figure-to-come" />} isDrawing={figures[at] === undefined} onTry={(what) => !isHandedIn && onTry(what, at)} onSubmit={() => undefined} />
            {isHandedIn && <AnswerKey exercise={attempt.exercise} words={words} />}
          </li>
        ))}
      </ol>
      {!isHandedIn && (
        <div class="isl-actions">
          <button type="button" class="isl-primary" onClick={handIn}>
            {text(words, missing.length > 0 ? 'practice.exam.hand-in-all-the-same' : 'practice.exam.hand-in')}
          </button>
        </div>
      )}
      <p ref={result} class="isl-result" role="status" tabIndex={-1}>
        {isHandedIn ? word(words, 'practice.exam.result', { right, all: questions.length }) : missing.length > 0 && text(words, 'practice.exam.missing', { list: missing.join(', ') })}
      </p>
      {isHandedIn && <TopicResult attempts={attempts} pages={mode.pages} words={words} />}
      {printed === 'key' && <PrintedKey task={task} questions={questions} words={words} />}
    </div>
  );
}
