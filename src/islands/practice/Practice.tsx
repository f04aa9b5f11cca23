import { useEffect, useState } from 'preact/hooks';
import { TOPICS } from '../../exercise/topic.ts';
import type { Lang } from '../messages.ts';
import { exercisesHere } from '../progress/exercises.ts';
import { useProgress } from '../progress/use-progress.ts';
import { text } from '../text.ts';
import { useWords } from '../use-words.ts';
import { Endless } from './Endless.tsx';
import { Exam } from './Exam.tsx';
import { Failed } from './Failed.tsx';
import type { LinkedPage } from './mode-props.ts';
import { fragmentOf, placeIn, type Place } from './place.ts';
import './practice-words.ts';
import { Review } from './Review.tsx';
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

const FIRST = { at: 'practice', topics: [], misconception: null } as const satisfies Place;
const MODES: readonly Place[] = [FIRST, { at: 'review' }, { at: 'exam', task: null }];

/** Exercises from the whole course: without end, those that are due, or as an exam. The address says which. */
export default function Practice({ lang, pages }: Props) {
  const { words, isWhole, makeWhole } = useWords(lang, 'diagram', 'rest', 'answers');
  const { progress, isThere } = useProgress();
  const [place, setPlace] = useState<Place>(FIRST);
  /** Whether the reader has asked for questions: before that nothing but their first touch has come. */
  const [isBegun, setBegun] = useState(false);
  const { value, hasFailed, again } = useFetched(() => Promise.all([import('./sources.ts').then(({ loadSources }) => loadSources(lang)), exercisesHere(lang), makeWhole()]), lang);
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
  const [sources = [], exercises = {}] = value ?? [];
  const isReady = value !== null && isThere;
  const mode = { sources, pages, progress, lang, words, isWhole, makeWhole };

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
      {isBegun && hasFailed && <Failed said={text(words, 'practice.failed')} words={words} onAgain={again} />}
      {isBegun && !hasFailed && !isReady && <p role="status">{text(words, 'practice.coming')}</p>}
      {isBegun && isReady && place.at === 'practice' && (
        <Endless {...mode} topics={place.topics} misconception={place.misconception !== null && `misconception.${place.misconception}.name` in words ? place.misconception : null} onPlace={(topics, misconception) => go({ at: 'practice', topics, misconception })} />
      )}
      {isBegun && isReady && place.at === 'review' && <Review {...mode} exercises={exercises} />}
      {isBegun && isReady && place.at === 'exam' && <Exam {...mode} task={place.task} onTask={(task) => go({ at: 'exam', task })} />}
    </div>
  );
}
