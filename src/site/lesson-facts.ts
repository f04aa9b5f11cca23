import { parseFrontmatter } from 'astro/markdown';
import type { ContentProblem } from './check/problem.ts';
import { frontMatter } from './front-matter.ts';

/** A lesson in one language. */
export interface WrittenLesson {
  readonly slug: string;
  readonly language: string;
  readonly file: string;
  readonly text: string;
}

/** What is wrong with what lessons, given in the order of the course, say of themselves: how long they take, and what they build on. What their front matter must look like, Astro says. */
export function lessonFactProblems(lessons: readonly WrittenLesson[]): readonly ContentProblem[] {
  const order = [...new Set(lessons.map(({ slug }) => slug))];
  const facts = lessons.flatMap(({ text, ...lesson }) => {
    const { success, data } = frontMatter.safeParse(parseFrontmatter(text).frontmatter);
    const at = (key: string): Pick<ContentProblem, 'file' | 'line' | 'column'> => ({ file: lesson.file, line: text.split('\n').findIndex((line) => line.startsWith(`${key}:`)) + 1 || 1, column: 1 });
    return success ? [{ ...lesson, at, minutes: data.minutes, prerequisites: data.prerequisites ?? [] }] : [];
  });
  const untimed = facts
    .filter(({ minutes }) => minutes === undefined)
    .map(({ slug, at }) => ({ ...at('title'), message: `The lesson “${slug}” does not say how long it takes.`, hint: 'Write “minutes: 20” into its front matter, or however many a reader needs, exercises included.' }));
  const early = facts.flatMap(({ slug, at, prerequisites }) =>
    prerequisites
      .filter((other) => order.indexOf(other) >= order.indexOf(slug))
      .map((other) => ({ ...at('prerequisites'), message: `The lesson “${slug}” builds on “${other}”, which does not come before it.`, hint: 'Change the order in content/course.json, or leave the prerequisite out.' })),
  );
  const said = ({ minutes, prerequisites }: (typeof facts)[number]) => JSON.stringify([minutes, prerequisites]);
  const otherwise = facts.flatMap((fact) => {
    const first = facts.find(({ slug }) => slug === fact.slug);
    if (first === undefined || said(first) === said(fact)) return [];
    const key = first.minutes === fact.minutes ? 'prerequisites' : 'minutes';
    return [{ ...fact.at(key), message: `The lesson “${fact.slug}” has other ${key} in “${fact.language}” than in “${first.language}”.`, hint: 'Write the same in all languages.' }];
  });
  return [...untimed, ...early, ...otherwise];
}
