import { readFileSync } from 'node:fs';
import { LESSONS, lessonFile } from '../check/course.ts';
import { exerciseId } from '../check/exercise-id.ts';
import type { Library } from '../check/lesson.ts';
import { usesIn } from '../check/uses.ts';
import type { Language } from '../components/language.ts';

/** The ids of the exercises that a lesson's text has, in its order. */
export function exercisesIn(text: string, library: Library): readonly string[] {
  return usesIn(text).flatMap((use) => exerciseId(use, library) ?? []);
}

/** The ids of the exercises of every lesson in this language, by its slug. */
export function lessonExercises(language: Language, library: Library): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(LESSONS.map((slug) => [slug, exercisesIn(readFileSync(lessonFile(language, slug), 'utf8'), library)]));
}
