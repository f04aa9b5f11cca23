import { isRead, type Progress } from '../../progress/progress.ts';
import { reviewed } from '../../progress/review.ts';

/** How much a record holds. */
export interface Counts {
  readonly read: number;
  readonly answered: number;
  readonly right: number;
}

/** How many pages of a record are read, how many exercises answered anywhere, and how many of these were right when last answered. */
export function countsOf(progress: Progress): Counts {
  const exercises = reviewed(progress);
  return { read: Object.keys(progress.sections).filter((slug) => isRead(progress, slug)).length, answered: exercises.length, right: exercises.filter(({ right }) => right).length };
}
