import { existsSync, readFileSync } from 'node:fs';
import { LANGUAGES, type Language } from '../components/language.ts';
import { COURSE_FORM } from './forms.ts';
import { readJson } from './json-file.ts';

/** A part of the course: its heading in every language, and the slugs of its lessons in reading order. */
export interface Part {
  readonly title: Readonly<Record<Language, string>>;
  readonly lessons: readonly string[];
  /** Whether its pages are for looking something up: then nobody has to have read them. */
  readonly isReference?: boolean | undefined;
}

/** The root of the project, with a slash at its end. */
export const ROOT = new URL('../../', import.meta.url);

/** The file that orders the course, from the root. */
export const COURSE_FILE = 'content/course.json';

/** The course below a root as its `content/course.json` orders it; empty where that cannot be read, which the checks tell. */
export function courseBelow(root: URL): readonly Part[] {
  const file = new URL(COURSE_FILE, root);
  return existsSync(file) ? (readJson(readFileSync(file, 'utf8'), COURSE_FORM).data ?? []) : [];
}

/** The file of a lesson in one language. */
export function lessonFile(language: Language, slug: string, root: URL = ROOT): URL {
  return new URL(`content/docs/${language}/${slug}.mdx`, root);
}

const isWritten = (slug: string, root: URL) => LANGUAGES.every((language) => existsSync(lessonFile(language, slug, root)));

/** The slugs of the lessons that a reader reads through, in their order, as far as somebody has begun to write them, in whichever language. */
export function lessonsOf(course: readonly Part[], root: URL): readonly string[] {
  return course.flatMap(({ lessons, isReference = false }) => (isReference ? [] : lessons.filter((slug) => LANGUAGES.some((language) => existsSync(lessonFile(language, slug, root))))));
}

/** The course of this project. */
export const COURSE = courseBelow(ROOT);

/** Its lessons that are written in every language, in the order of reading. */
export const LESSONS: readonly string[] = lessonsOf(COURSE, ROOT).filter((slug) => isWritten(slug, ROOT));

/** Starlight's sidebar: every lesson that is written, in the order of the course; titles come from the pages. A link says which page it leads to, and of a lesson that it is one: there the reader's progress is shown. */
export const sidebar = COURSE.map(({ title, lessons }) => ({
  label: title.en,
  translations: { ...title },
  items: lessons.filter((slug) => isWritten(slug, ROOT)).map((slug) => ({ slug, attrs: { 'data-page': slug, ...(LESSONS.includes(slug) ? { 'data-lesson': slug } : {}) } })),
}));
