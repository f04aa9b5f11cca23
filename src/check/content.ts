import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../components/language.ts';
import { courseBelow, lessonsOf, type Part } from './course.ts';
import type { Library } from './lesson.ts';
import { libraryBelow } from './library.ts';
import { readText, type Page, type ReadText } from './page.ts';
import { pathBelow } from './problem.ts';

/** The folder of the pages, from the root. */
export const DOCS = 'content/docs/';

/** What instructors have written below a root, as it is on the disk at the moment of reading. */
export interface Content {
  readonly root: URL;
  /** The pages of all languages, in the order of their paths. */
  readonly pages: readonly Page[];
  readonly library: Library;
  readonly course: readonly Part[];
  /** The slugs of the lessons that a reader reads through, in their order, as far as they are written in any language. */
  readonly lessons: readonly string[];
  /** The text of a file, by its path from the root; null where there is none. */
  readonly text: (path: string) => string | null;
  /** The file as a path of this machine. */
  readonly fileOf: (path: string) => string;
}

/** Texts that have been read, by file: a page is read again only when it has changed. */
const known = new Map<string, ReadText>();

/** Reads the content below a root. */
export function contentBelow(root: URL): Content {
  const course = courseBelow(root);
  const fileOf = (path: string) => fileURLToPath(new URL(path, root));
  return {
    root,
    pages: pagesBelow(root),
    library: asItIsNow(libraryBelow(root)),
    course,
    lessons: lessonsOf(course, root),
    text: (path) => (existsSync(fileOf(path)) ? readFileSync(fileOf(path), 'utf8') : null),
    fileOf,
  };
}

/** The paths of all pages from the folder of pages, such as `en/states.mdx`; what begins with `_` is none, as for Astro. */
export function pagePaths(root: URL): readonly string[] {
  const folder = new URL(DOCS, root);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.mdx?$/.test(path) && !/(?:^|\/)_/.test(path))
    .toSorted();
}

function pagesBelow(root: URL): readonly Page[] {
  return pagePaths(root).flatMap((path) => {
    const language = LANGUAGES.find((one) => path.startsWith(`${one}/`));
    return language === undefined || !path.endsWith('.mdx') ? [] : [pageAt(fileURLToPath(new URL(DOCS + path, root)), root, language)];
  });
}

function pageAt(file: string, root: URL, language: Page['language']): Page {
  const text = readFileSync(file, 'utf8');
  const before = known.get(file);
  const read = before?.text === text ? before : readText(text);
  known.set(file, read);
  const path = pathBelow(fileURLToPath(root), file);
  return { file, path, language, slug: path.slice(DOCS.length + language.length + 1, -'.mdx'.length), ...read };
}

/** The library without looking at the disk a second time for the same thing. */
function asItIsNow(library: Library): Library {
  const { names, terms, misconceptions } = library;
  const asked = new Map<string, ReturnType<Library['scenario']>>();
  return {
    ...{ names, terms, misconceptions, applies: library.applies },
    scenario: (name) => {
      const found = asked.get(name) ?? library.scenario(name);
      asked.set(name, found);
      return found;
    },
  };
}
