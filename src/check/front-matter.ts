import { z } from 'astro/zod';
import { COURSE, ROOT, lessonsOf } from './course.ts';
import { nearest } from './nearest.ts';

/** What a lesson says of itself in its front matter, beside what Starlight reads there, in a course of these lessons. */
export function frontMatterOf(lessons: readonly string[]) {
  return z.object({
    minutes: z.int().min(1).max(240).optional().describe('How long a reader needs for this lesson, its exercises included, in minutes.'),
    prerequisites: z
      .array(z.enum(lessons, { error: ({ input }) => unknownLesson(String(input), lessons).join(' ') }))
      .optional()
      .describe('The lessons that this one builds on, by their names in content/course.json.'),
    compared: z.coerce.date().optional().describe('The day on which this page was last compared with the same page in the other language, such as 2026-11-23.'),
  });
}

/** The same in this course. */
export const frontMatter = frontMatterOf(lessonsOf(COURSE, ROOT));

/** What is said of a lesson that is not there, and what may have been meant. */
export function unknownLesson(name: string, lessons: readonly string[]): readonly [message: string, hint: string] {
  return [`There is no lesson “${name}”.`, `Did you mean “${nearest(name, lessons)}”?`];
}
