import { kindOf } from '../../exercise/exercise.ts';
import type { LessonExercises } from './exercises.ts';

/** Whether practice makes exercises of this id itself, as long as the course has their scenario. */
export function isMade(id: string): boolean {
  return kindOf(id) !== null;
}

/** The slug of the page on which an exercise can be answered again: the lesson that has it, or, where only practice or a page that is no lesson can have it, the page where it was answered; null where the course does not have it any more. */
export function whereAsked({ id, slug }: { readonly id: string; readonly slug: string }, exercises: LessonExercises): string | null {
  if (exercises[slug]?.includes(id) === true) return slug;
  const lesson = Object.keys(exercises).find((one) => exercises[one]?.includes(id) === true);
  if (lesson !== undefined) return lesson;
  return slug in exercises && !isMade(id) ? null : slug;
}
