import { useEffect, useState } from 'preact/hooks';
import type { Lang } from '../messages.ts';
import { useProgress } from '../progress/use-progress.ts';
import { text } from '../text.ts';
import { useWords } from '../use-words.ts';
import { Failed } from './Failed.tsx';
import { FINAL_TASK } from './final-task.ts';
import type { LinkedPage } from './mode-props.ts';
import { Paper } from './Paper.tsx';
import { SEEDS, fragmentOf, placeIn, type ExamTask } from './place.ts';
import './practice-words.ts';
import { useFetched } from './use-fetched.ts';
import '../exercise/exercise-words.ts';
import '../island.css';
import '../exercise/exercise.css';
import './practice.css';

interface Props {
  readonly lang: Lang;
  /** The pages of the course. */
  readonly pages: readonly LinkedPage[];
}

function taskIn(fragment: string): ExamTask | null {
  const place = placeIn(fragment);
  return place.at === 'exam' ? place.task : null;
}

/** The exam over the whole course: the same for everybody until a reader asks for another, whose address is then an exam of its own. */
export default function FinalExam({ lang, pages }: Props) {
  const { words, isWhole, makeWhole } = useWords(lang, 'diagram', 'rest', 'answers');
  const { progress, isThere } = useProgress();
  const [task, setTask] = useState<ExamTask | null>(null);
  const { value, hasFailed, again } = useFetched(() => Promise.all([import('./sources.ts').then(({ loadSources }) => loadSources(lang)), makeWhole()]), lang, task !== null);
  useEffect(() => {
    const look = () => setTask((now) => taskIn(location.hash) ?? now);
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  const another = () => {
    location.hash = fragmentOf({ at: 'exam', task: { ...FINAL_TASK, seed: Math.floor(Math.random() * SEEDS) } });
  };
  const [sources = []] = value ?? [];

  return (
    <div class="isl-island isl-practice isl-final not-content">
      {task === null && (
        <div class="isl-actions">
          <button type="button" class="isl-primary" onClick={() => setTask(FINAL_TASK)}>
            {text(words, 'practice.final.begin', { n: FINAL_TASK.count })}
          </button>
        </div>
      )}
      {hasFailed && <Failed said={text(words, 'practice.failed')} words={words} onAgain={again} />}
      {task !== null && !hasFailed && (value === null || !isThere) && <p role="status">{text(words, 'practice.coming')}</p>}
      {task !== null && value !== null && isThere && <Paper key={JSON.stringify(task)} task={task} onLeave={another} sources={sources} pages={pages} progress={progress} lang={lang} words={words} isWhole={isWhole} makeWhole={makeWhole} />}
    </div>
  );
}
