import { answersById } from './answers.ts';
import { isRead, sectionOf, type Progress } from './progress.ts';

/** How an exercise was answered last; `open`: not yet. */
export type Answered = 'right' | 'wrong' | 'open';

/** How a reader stands with a lesson. */
export interface Standing {
  readonly isRead: boolean;
  /** Each exercise of the lesson, in its order. */
  readonly exercises: readonly Answered[];
  /** Each further exercise that the reader has answered there. */
  readonly others: readonly Answered[];
}

/** How the reader stands with the lesson of this slug, in which the exercises of these ids are. */
export function standing(progress: Progress, slug: string, exercises: readonly string[]): Standing {
  const answers = answersById(sectionOf(progress, slug).answers);
  const answered = (id: string): Answered => {
    const last = answers.get(id)?.at(-1);
    return last === undefined ? 'open' : last.right ? 'right' : 'wrong';
  };
  return { isRead: isRead(progress, slug), exercises: exercises.map(answered), others: [...answers.keys()].filter((id) => !exercises.includes(id)).map(answered) };
}

/** A lesson at a glance: nothing done, something answered, read, or read with every exercise right. */
export function glance({ isRead: read, exercises, others }: Standing): 'new' | 'begun' | 'read' | 'done' {
  if (!read) return [...exercises, ...others].some((answer) => answer !== 'open') ? 'begun' : 'new';
  return exercises.length > 0 && exercises.every((answer) => answer === 'right') ? 'done' : 'read';
}
