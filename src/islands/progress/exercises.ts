import type { Lang } from '../messages.ts';

/** The ids of the exercises of each lesson, by its slug, in the order of the lesson. */
export type LessonExercises = Readonly<Record<string, readonly string[]>>;

const FILES = { en: () => import('exercises:en'), ko: () => import('exercises:ko') };

/** The exercises of every lesson in this language. */
export async function exercisesHere(lang: Lang): Promise<LessonExercises> {
  return (await FILES[lang]()).default;
}
