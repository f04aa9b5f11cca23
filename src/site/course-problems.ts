import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { asksIn } from './check/ask/asks.ts';
import { courseAskProblems, type AskedPage } from './check/ask/languages.ts';
import { scenarioLibrary } from './check/library.ts';
import { nearest } from './check/nearest.ts';
import type { ContentProblem } from './check/problem.ts';
import { missingPages } from './counterparts.ts';
import { COURSE, LESSONS, ROOT, lessonFile } from './course.ts';
import { GALLERY_FILE, galleryProblems } from './gallery.ts';
import { lessonFactProblems } from './lesson-facts.ts';
import { LANGUAGES } from '../components/language.ts';

const DOCS = new URL('content/docs/', ROOT);

/** Pages that need no place in content/course.json. */
const OUTSIDE = ['index', '404'];

/** What is wrong with the course as a whole: a page that one language lacks, a lesson without a place in the order, a place without a lesson, a scenario that the gallery does not have, a lesson that does not say how long it takes, a question that its languages ask differently. */
export function courseProblems(): readonly ContentProblem[] {
  const paths = readdirSync(DOCS, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.mdx?$/.test(path) && !/(?:^|\/)_/.test(path));
  const slugs = [...new Set(paths.map((path) => path.replace(/^[^/]+\//, '').replace(/\.mdx?$/, '')))];
  const placed = COURSE.flatMap(({ lessons }) => lessons);
  const at = (path: string): Pick<ContentProblem, 'file' | 'line' | 'column'> => ({ file: fileURLToPath(new URL(path, ROOT)), line: 1, column: 1 });

  const missing = missingPages(paths, LANGUAGES).map(({ missing: path, written }) => ({
    ...at(`content/docs/${written}`),
    message: `This page has no counterpart: content/docs/${path} is missing.`,
    hint: `Write content/docs/${path}, or take this page away.`,
  }));
  const unplaced = slugs
    .filter((slug) => !placed.includes(slug) && !OUTSIDE.includes(slug))
    .map((slug) => ({ ...at(`content/docs/en/${slug}.mdx`), message: `The lesson “${slug}” has no place in the course.`, hint: `Add "${slug}" to the lessons of a part in content/course.json.` }));
  const unwritten = placed
    .filter((slug) => !LANGUAGES.some((language) => existsSync(lessonFile(language, slug))))
    .map((slug) => ({ ...at('content/course.json'), message: `There is no lesson “${slug}”.`, hint: `Write content/docs/en/${slug}.mdx and its counterparts, or did you mean “${nearest(slug, slugs)}”?` }));
  const gallery = galleryProblems(readFileSync(GALLERY_FILE, 'utf8'), fileURLToPath(GALLERY_FILE), scenarioLibrary().names);
  const facts = lessonFactProblems(
    LESSONS.flatMap((slug) =>
      LANGUAGES.map((language) => {
        const file = fileURLToPath(lessonFile(language, slug));
        return { slug, language, file, text: readFileSync(file, 'utf8') };
      }),
    ),
  );
  return [...missing, ...unplaced, ...unwritten, ...facts, ...gallery, ...courseAskProblems(slugs.flatMap(askedPages))];
}

/** A page in every language, as far as it is written, with the questions of its author; a text that is no MDX is told where it is read. */
function askedPages(slug: string): readonly AskedPage[] {
  const library = scenarioLibrary();
  return LANGUAGES.flatMap((language) => {
    const file = fileURLToPath(lessonFile(language, slug));
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (!text.includes('<Ask')) return [];
    try {
      return [{ file, slug, language, text, asks: asksIn(text, library) }];
    } catch {
      return [];
    }
  });
}
