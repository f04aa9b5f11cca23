import type { Progress } from './progress.ts';
import { lastOf, reviewed, type Reviewed } from './review.ts';

/** Of so many exercises, the latest, mastery is judged. */
export const RECENT = 5;

/** So many of them have to have been right at the first try. */
const ENOUGH = 4;

/** So many later exercises on its topic, right at the first try, show that a misconception is gone. */
export const GONE_AFTER = 3;

/** How a reader stands with a topic. */
export interface TopicMastery {
  readonly topic: string;
  /** How many different exercises have been answered. */
  readonly answered: number;
  /** How many of them were right when last answered. */
  readonly right: number;
  /** Whether each of the latest exercises, `RECENT` at most, was right at the first try, the last one at the end. */
  readonly recent: readonly boolean[];
  /** Whether four of the latest five were. */
  readonly isMastered: boolean;
}

/** How a reader stands with a misconception that has led to a wrong answer. */
export interface MisconceptionMastery {
  readonly id: string;
  /** How many answers it has led astray. */
  readonly times: number;
  /** The last of them, ms since 1970 UTC. */
  readonly last: number;
  /** How many exercises of the topics in which it showed have been right at the first try since. */
  readonly rightSince: number;
  /** Whether these are `GONE_AFTER` or more. */
  readonly isGone: boolean;
}

/** What a reader has mastered. */
export interface Mastery {
  /** By name, each that has been asked about. */
  readonly topics: readonly TopicMastery[];
  /** The one that showed last at the beginning. */
  readonly misconceptions: readonly MisconceptionMastery[];
}

/** What a reader has mastered, by topic and by misconception, read off the answers. */
export function mastery(progress: Progress): Mastery {
  const exercises = reviewed(progress);
  const topics = [...new Set(exercises.map(({ topic }) => topic))].sort();
  return { topics: topics.map((topic) => topicMastery(topic, exercises)), misconceptions: misconceptionMasteries(progress, exercises) };
}

function isAtOnce({ reviews }: Reviewed): boolean {
  return reviews.at(-1)?.outcome === 'at-once';
}

function topicMastery(topic: string, all: readonly Reviewed[]): TopicMastery {
  const exercises = all.filter((exercise) => exercise.topic === topic);
  const recent = exercises.slice(-RECENT).map(isAtOnce);
  return { topic, answered: exercises.length, right: exercises.filter(({ right }) => right).length, recent, isMastered: recent.filter(Boolean).length >= ENOUGH };
}

function misconceptionMasteries({ sections }: Progress, exercises: readonly Reviewed[]): readonly MisconceptionMastery[] {
  const found = new Map<string, { times: number; last: number; readonly topics: Set<string> }>();
  for (const { topic, at, misconceptions } of Object.values(sections).flatMap(({ answers }) => answers)) {
    for (const id of misconceptions) {
      const known = found.get(id) ?? { times: 0, last: at, topics: new Set() };
      found.set(id, { times: known.times + 1, last: Math.max(known.last, at), topics: known.topics.add(topic) });
    }
  }
  return [...found]
    .map(([id, { times, last, topics }]) => {
      const rightSince = exercises.filter((exercise) => topics.has(exercise.topic) && isAtOnce(exercise) && lastOf(exercise) > last).length;
      return { id, times, last, rightSince, isGone: rightSince >= GONE_AFTER };
    })
    .sort((a, b) => b.last - a.last || (a.id < b.id ? -1 : 1));
}
