import { docsSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import type { Content } from './content.ts';
import { problemsIn, type Fault } from './fault.ts';
import { frontMatterOf, unknownLesson } from './front-matter.ts';
import { issueFaults, keysAt, unknownKey } from './issue.ts';
import type { Page } from './page.ts';
import type { ContentProblem } from './problem.ts';

/** What is wrong with the front matter of each page: its YAML, what Starlight reads there, and what our lessons say of themselves. */
export function frontMatterProblems({ pages, lessons }: Pick<Content, 'pages' | 'lessons'>): readonly ContentProblem[] {
  const form = formOf(lessons);
  const known = keysAt(form, []);
  return pages.flatMap((page) => problemsIn(page.file, page.text, page.frontMatter.faults.length > 0 ? page.frontMatter.faults : faultsIn(page, form, known, lessons)));
}

/** Starlight's form of front matter with ours; an image is a path there, which Astro looks up. */
function formOf(lessons: readonly string[]): z.ZodType {
  const schema = docsSchema({ extend: frontMatterOf(lessons) });
  return schema({ image: () => z.string() as never });
}

function faultsIn({ frontMatter: { data, offsetOf, keyOf } }: Page, form: z.ZodType, known: readonly string[], lessons: readonly string[]): readonly Fault[] {
  const result = form.safeParse(data);
  // A name that nothing reads is dropped in silence by Starlight; what its author wanted of it never comes.
  const unread = Object.keys(data).filter((key) => !known.includes(key)).map((key) => unknownKey(key, known, keyOf([key])));
  const issues = result.success ? [] : result.error.issues;
  const missing = issues.filter((issue) => !unread.some(({ message, hint }) => message !== '' && hint.startsWith(`Did you mean “${String(issue.path[0])}”`)));
  return [
    ...unread,
    ...missing.flatMap((issue) => {
      const [key, index] = issue.path;
      const written: unknown = key === 'prerequisites' && typeof index === 'number' ? (data['prerequisites'] as readonly unknown[])[index] : undefined;
      if (typeof written !== 'string') return issueFaults(issue, { value: data, form, offsetOf, keyOf });
      const [message, hint] = unknownLesson(written, lessons);
      return [{ offset: offsetOf(issue.path), message, hint }];
    }),
  ];
}
