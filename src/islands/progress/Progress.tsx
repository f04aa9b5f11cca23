import { useEffect, useState } from 'preact/hooks';
import { mastery } from '../../progress/mastery.ts';
import { standing } from '../../progress/standing.ts';
import { loadWords, wordsIn, type Lang } from '../messages.ts';
import { text } from '../text.ts';
import { Ask } from './Ask.tsx';
import { PRACTICE_SLUG } from '../practice/mode-props.ts';
import { countsOf } from './counts.ts';
import type { LessonExercises } from './exercises.ts';
import { Figures } from './Figures.tsx';
import { Misconceptions } from './Misconceptions.tsx';
import { Notices } from './Notices.tsx';
import { PageRow } from './PageRow.tsx';
import './progress-words.ts';
import { saveProgress } from './record-file.ts';
import { RecordButtons } from './RecordButtons.tsx';
import { Topics } from './Topics.tsx';
import { useCards } from './use-cards.ts';
import { useDeeds } from './use-deeds.ts';
import { useProgress } from './use-progress.ts';
import { whereAsked } from './where-asked.ts';
import '../island.css';
import './progress.css';

/** A page of the course. */
export interface CoursePage {
  readonly slug: string;
  readonly title: string;
  readonly href: string;
  readonly isLesson: boolean;
}

interface Props {
  readonly lang: Lang;
  /** In the order of the course. */
  readonly pages: readonly CoursePage[];
  readonly exercises: LessonExercises;
  /** All topics that exercises have. */
  readonly topics: readonly string[];
}

/** All that is known of the reader's progress, and all that can be done with it. */
export default function Progress({ lang, pages, exercises, topics }: Props) {
  const { progress, trouble, isThere, change } = useProgress();
  const cards = useCards(progress).filter((card) => whereAsked(card, exercises) !== null);
  const [isWhole, setWhole] = useState(false);
  const words = wordsIn(lang);
  const { asked, done, forget, forgetAll, open, saved, cancel } = useDeeds(progress, change, words);
  const { topics: mastered, misconceptions } = mastery(progress);
  const counts = countsOf(progress);
  const now = Date.now();
  const due = cards.filter((card) => card.due <= now);
  const next = cards[due.length];
  const practice = pages.find(({ slug }) => slug === PRACTICE_SLUG)?.href ?? '';
  const lessons = pages.filter(({ isLesson }) => isLesson);
  const elsewhere = Object.keys(progress.sections).filter((slug) => (progress.sections[slug]?.answers.length ?? 0) > 0 && !lessons.some((lesson) => lesson.slug === slug));

  // The truths of the misconceptions are fetched when there are any.
  const hasErred = misconceptions.length > 0;
  useEffect(() => {
    if (hasErred) void loadWords(lang, 'answers').then(() => setWhole(true));
  }, [hasErred, lang]);

  const day = (instant: number) => new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short' }).format(instant);
  const row = (slug: string, title: string, href: string | null) => (
    <PageRow key={slug} title={title} href={href} standing={standing(progress, slug, exercises[slug] ?? [])} due={due.filter((card) => card.slug === slug).length} words={words} onForget={() => forget(slug, title)} />
  );

  return (
    <div class="isl-island isl-progress not-content" data-there={isThere}>
      <Notices trouble={trouble} isThere={isThere} words={words} />
      <Figures
        words={words}
        figures={[
          { name: 'read', count: lessons.filter(({ slug }) => standing(progress, slug, []).isRead).length, all: lessons.length },
          { name: 'answered', count: counts.answered },
          { name: 'right', count: counts.right },
          { name: 'due', count: due.length, ...(due.length === 0 && next !== undefined ? { note: text(words, 'progress.next', { day: day(next.due) }) } : {}) },
        ]}
      />
      <p class="isl-review">
        <a href={`${practice}#review`}>{text(words, 'progress.review')}</a>
      </p>
      <h2>{text(words, 'progress.lessons')}</h2>
      <ul class="isl-pages">{lessons.map(({ slug, title, href }) => row(slug, title, href))}</ul>
      {elsewhere.length > 0 && (
        <ul class="isl-pages">
          {elsewhere.map((slug) => {
            const page = pages.find((one) => one.slug === slug);
            return row(slug, page?.title ?? slug, page?.href ?? null);
          })}
        </ul>
      )}
      <h2>{text(words, 'progress.topics')}</h2>
      <p>{text(words, 'progress.topics.how')}</p>
      <Topics topics={topics} mastered={mastered} practice={practice} words={words} />
      <h2>{text(words, 'progress.misconceptions')}</h2>
      {hasErred && !isWhole ? null : <Misconceptions misconceptions={misconceptions} practice={practice} words={words} />}
      <h2>{text(words, 'progress.record')}</h2>
      <p>{text(words, 'progress.record.where')}</p>
      <RecordButtons progress={progress} words={words} onSave={() => void saveProgress(progress, new Date()).then(saved)} onOpen={(file) => void open(file)} onForget={forgetAll} />
      <div class="isl-done">
        <p role="status">{done?.said}</p>
        {done !== null && done.undo !== null && (
          <button type="button" onClick={done.undo}>
            {text(words, 'progress.undo')}
          </button>
        )}
      </div>
      {asked !== null && (
        <Ask title={asked.title} choices={asked.choices} words={words} onClose={cancel}>
          {asked.question}
        </Ask>
      )}
    </div>
  );
}
