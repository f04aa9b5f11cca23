import { answersById } from './answers.ts';
import { isRead, sectionOf, type Progress } from './progress.ts';

/** How a reader stands with a lesson. */
export interface Standing {
  readonly isRead: boolean;
  /** How many exercises the lesson has. */
  readonly exercises: number;
  /** How many of them have been answered. */
  readonly answered: number;
  /** How many of them were right when last answered. */
  readonly right: number;
  /** How many further exercises the reader has answered there. */
  readonly others: number;
}

/** How the reader stands with the lesson of this slug, in which the exercises of these ids are. */
export function standing(progress: Progress, slug: string, exercises: readonly string[]): Standing {
  const answers = answersById(sectionOf(progress, slug).answers);
  const own = exercises.filter((id) => answers.has(id));
  return {
    isRead: isRead(progress, slug),
    exercises: exercises.length,
    answered: own.length,
    right: own.filter((id) => answers.get(id)?.at(-1)?.right === true).length,
    others: answers.size - own.length,
  };
}
