import { useEffect, useState } from 'preact/hooks';
import type { Source } from '../../exercise/pool.ts';
import { TOPICS } from '../../exercise/topic.ts';
import type { Lang } from '../messages.ts';
import { exercisesHere, type LessonExercises } from '../progress/exercises.ts';
import { useProgress } from '../progress/use-progress.ts';
import { text } from '../text.ts';
import { useWords } from '../use-words.ts';
import { Endless } from './Endless.tsx';
import { Exam } from './Exam.tsx';
import { Failed } from './Failed.tsx';
import { fragmentOf, placeIn, type Place } from './place.ts';
import './practice-words.ts';
import { Review } from './Review.tsx';
import '../exercise/exercise-words.ts';
import '../island.css';
import '../exercise/exercise.css';
import './practice.css';

interface Props {
  readonly lang: Lang;
  /** The pages of the course. */
  readonly pages: readonly { readonly slug: string; readonly title: string; readonly href: string }[];
}

const FIRST = { at: 'practice', topics: [], misconception: null } as const satisfies Place;
const MODES: readonly Place[] = [FIRST, { at: 'review' }, { at: 'exam', task: null }];

/** Exercises from the whole course: without end, those that are due, or as an exam. The address says which. */
export default function Practice({ lang, pages }: Props) {
  const { words, isWhole, makeWhole } = useWords(lang, 'diagram', 'rest', 'answers');
  const { progress, isThere } = useProgress();
  const [place, setPlace] = useState<Place>(FIRST);
  /** Whether the reader has asked for questions: before that nothing but their first touch has come. */
  const [isBegun, setBegun] = useState(false);
  const [sources, setSources] = useState<readonly Source[] | null>(null);
  const [exercises, setExercises] = useState<LessonExercises>({});
  const [hasFailed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    Promise.all([import('./sources.ts').then(({ loadSources }) => loadSources(lang)), exercisesHere(lang), makeWhole()]).then(
      ([all, inLessons]) => {
        setExercises(inLessons);
        setSources(all);
      },
      () => setFailed(true),
    );
  };
  useEffect(load, [lang]);
  useEffect(() => {
    const look = () => {
      setPlace(placeIn(location.hash));
      if (location.hash !== '') setBegun(true);
    };
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  const go = (to: Place) => {
    location.hash = fragmentOf(to);
  };
  const isReady = sources !== null && isThere;
  const mode = { sources: sources ?? [], progress, lang, words, isWhole, makeWhole };

  return (
    <div class="isl-island isl-practice not-content">
      <nav class="isl-modes" aria-label={text(words, 'practice.modes')}>
        {MODES.map((one) => (
          <a key={one.at} href={fragmentOf(one)} aria-current={place.at === one.at ? 'page' : undefined}>
            {text(words, `practice.mode.${one.at}`)}
          </a>
        ))}
      </nav>
      {!isBegun && (
        <>
          <div class="isl-actions">
            <button type="button" class="isl-primary" onClick={() => setBegun(true)}>
              {text(words, 'practice.begin')}
            </button>
          </div>
          <p>{text(words, 'practice.begin.topic')}</p>
          <ul class="isl-begin-at">
            {TOPICS.map((topic) => (
              <li key={topic}>
                <a href={fragmentOf({ ...FIRST, topics: [topic] })}>{text(words, `topic.${topic}`)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {isBegun && hasFailed && <Failed said={text(words, 'practice.failed')} words={words} onAgain={load} />}
      {isBegun && !hasFailed && !isReady && <p role="status">{text(words, 'practice.coming')}</p>}
      {isBegun && isReady && place.at === 'practice' && (
        <Endless {...mode} topics={place.topics} misconception={place.misconception !== null && `misconception.${place.misconception}.name` in words ? place.misconception : null} onPlace={(topics, misconception) => go({ at: 'practice', topics, misconception })} />
      )}
      {isBegun && isReady && place.at === 'review' && <Review {...mode} pages={pages} exercises={exercises} />}
      {isBegun && isReady && place.at === 'exam' && <Exam {...mode} task={place.task} onTask={(task) => go({ at: 'exam', task })} />}
    </div>
  );
}
