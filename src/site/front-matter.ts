import { z } from 'astro/zod';
import { nearest } from './check/nearest.ts';
import { LESSONS } from './course.ts';

/** What a lesson says of itself in its front matter, beside what Starlight reads there. */
export const frontMatter = z.object({
  minutes: z.int().min(1).max(240).optional().describe('How long a reader needs for this lesson, its exercises included, in minutes.'),
  prerequisites: z
    .array(z.enum(LESSONS, { error: ({ input }) => unknownLesson(String(input)) }))
    .optional()
    .describe('The lessons that this one builds on, by their names in content/course.json.'),
});

function unknownLesson(name: string): string {
  return `There is no lesson “${name}”. Did you mean “${nearest(name, LESSONS)}”?`;
}
