import { LANGUAGES } from '../components/language.ts';
import { DOCS, pagePaths, type Content } from './content.ts';
import { missingPages } from './counterparts.ts';
import { COURSE_FILE } from './course.ts';
import { problemsIn } from './fault.ts';
import { COURSE_FORM } from './forms.ts';
import { readJson } from './json-file.ts';
import { nearest } from './nearest.ts';
import type { ContentProblem } from './problem.ts';

/** Pages that need no place in content/course.json. */
const OUTSIDE = ['index', '404'];

/** What is wrong with the pages as a set: one that is in no language or in only one, one without a place in the course, a place without a page, or two for one page. */
export function coursePageProblems(content: Content): readonly ContentProblem[] {
  const { root, course } = content;
  const paths = pagePaths(root);
  const slugs = [...new Set(content.pages.map(({ slug }) => slug))];
  const placed = course.flatMap(({ lessons }) => lessons);
  const at = (path: string) => ({ file: content.fileOf(path), line: 1, column: 1 });

  const strange = paths.flatMap((path): readonly ContentProblem[] => {
    const [folder = ''] = path.split('/');
    if (!path.includes('/') || !LANGUAGES.some((language) => language === folder)) return [{ ...at(DOCS + path), message: 'This page is in no language.', hint: `Pages are in ${LANGUAGES.map((language) => `${DOCS}${language}/`).join(' and ')}.` }];
    return path.endsWith('.mdx') ? [] : [{ ...at(DOCS + path), message: 'Pages end in “.mdx”.', hint: 'Rename the file: components work nowhere else.' }];
  });
  const missing = missingPages(content.pages.map(({ path }) => path.slice(DOCS.length)), LANGUAGES).map(({ missing: path, written }) => ({
    ...at(DOCS + written),
    message: `This page has no counterpart: ${DOCS}${path} is missing.`,
    hint: `Write ${DOCS}${path}, or take this page away.`,
  }));
  const unplaced = slugs
    .filter((slug) => course.length > 0 && !placed.includes(slug) && !OUTSIDE.includes(slug))
    .flatMap((slug) => content.pages.filter((page) => page.slug === slug).slice(0, 1))
    .map(({ slug, path }) => ({ ...at(path), message: `The lesson “${slug}” has no place in the course.`, hint: `Add "${slug}" to the lessons of a part in ${COURSE_FILE}.` }));
  return [...strange, ...missing, ...unplaced, ...placeProblems(content, slugs)];
}

function placeProblems(content: Content, slugs: readonly string[]): readonly ContentProblem[] {
  const text = content.text(COURSE_FILE);
  const file = content.fileOf(COURSE_FILE);
  if (text === null) return [{ file, line: 1, column: 1, message: `There is no ${COURSE_FILE}.`, hint: 'It has the parts of the course, and the lessons of each in the order of reading.' }];
  const { data, faults, offsetOf } = readJson(text, COURSE_FORM);
  const places = (data ?? []).flatMap(({ lessons }, part) => lessons.map((slug, index) => ({ slug, offset: offsetOf([part, 'lessons', index]) })));
  const unwritten = places
    .filter(({ slug }) => !slugs.includes(slug))
    .map(({ slug, offset }) => ({ offset, message: `There is no lesson “${slug}”.`, hint: `Write ${DOCS}en/${slug}.mdx and its counterparts, or did you mean “${nearest(slug, slugs)}”?` }));
  const twice = places
    .filter(({ slug }, index) => places.slice(0, index).some((before) => before.slug === slug))
    .map(({ slug, offset }) => ({ offset, message: `The lesson “${slug}” stands in the course twice.`, hint: 'Take one of the two away.' }));
  return problemsIn(file, text, [...faults, ...unwritten, ...twice]);
}
