import { LANGUAGES, type Language } from '../components/language.ts';
import type { Content } from './content.ts';
import type { Fault } from './fault.ts';
import { problemsIn } from './fault.ts';
import { frontMatterOf } from './front-matter.ts';
import type { Page } from './page.ts';
import type { ContentProblem } from './problem.ts';

/** What is wrong with what lessons say of themselves: how long they take, and what they build on. That their front matter is of the form that it has to be of is judged elsewhere. */
export function lessonFactProblems({ pages, lessons }: Pick<Content, 'pages' | 'lessons'>): readonly ContentProblem[] {
  const written = lessons.flatMap((slug) => LANGUAGES.flatMap((language) => pages.filter((page) => page.slug === slug && page.language === language)));
  const facts = written.flatMap((page) => {
    const { success, data } = frontMatterOf(lessons).safeParse(page.frontMatter.data);
    return success && page.frontMatter.faults.length === 0 ? [{ page, minutes: data.minutes, prerequisites: data.prerequisites ?? [] }] : [];
  });
  return facts.flatMap((fact) => {
    const { page, minutes, prerequisites } = fact;
    const { slug } = page;
    const faultAt = (key: string, message: string, hint: string): Fault => ({ offset: page.frontMatter.keyOf([key]), message, hint });
    const untimed = minutes === undefined ? [faultAt('title', `The lesson “${slug}” does not say how long it takes.`, 'Write “minutes: 20” into its front matter, or however many a reader needs, exercises included.')] : [];
    const early = prerequisites.flatMap((other, index): readonly Fault[] =>
      lessons.indexOf(other) < lessons.indexOf(slug) ? [] : [{ offset: page.frontMatter.offsetOf(['prerequisites', index]), message: `The lesson “${slug}” builds on “${other}”, which does not come before it.`, hint: 'Change the order in content/course.json, or leave the prerequisite out.' }],
    );
    const first = facts.find((one) => one.page.slug === slug);
    const otherwise = first === undefined || said(first) === said(fact) ? [] : [faultAt(first.minutes === minutes ? 'prerequisites' : 'minutes', otherThan(fact, first.page.language, first.minutes === minutes ? 'prerequisites' : 'minutes'), 'Write the same in all languages.')];
    return problemsIn(page.file, page.text, [...untimed, ...early, ...otherwise]);
  });
}

interface Fact {
  readonly page: Page;
  readonly minutes: number | undefined;
  readonly prerequisites: readonly string[];
}

function said({ minutes, prerequisites }: Fact): string {
  return JSON.stringify([minutes, prerequisites]);
}

function otherThan({ page: { slug, language } }: Fact, other: Language, key: string): string {
  return `The lesson “${slug}” has other ${key} in “${language}” than in “${other}”.`;
}
