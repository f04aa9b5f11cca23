import { existsSync, readFileSync } from 'node:fs';
import { LANGUAGES, type Language } from '../components/language.ts';

/** A part of the course: its heading in every language, and the slugs of its lessons in reading order. */
export interface Part {
  readonly title: Readonly<Record<Language, string>>;
  readonly lessons: readonly string[];
  /** Whether its pages are for looking something up: then nobody has to have read them. */
  readonly isReference?: boolean;
}

/** The root of the project, with a slash at its end. */
export const ROOT = new URL('../../', import.meta.url);

/** The course as `content/course.json` orders it. */
export const COURSE = JSON.parse(readFileSync(new URL('content/course.json', ROOT), 'utf8')) as readonly Part[];

/** The file of a lesson in one language. */
export function lessonFile(language: Language, slug: string): URL {
  return new URL(`content/docs/${language}/${slug}.mdx`, ROOT);
}

const written = (slug: string) => LANGUAGES.every((language) => existsSync(lessonFile(language, slug)));

/** The slugs of the lessons that a reader reads through, as far as they are written, in their order. */
export const LESSONS: readonly string[] = COURSE.flatMap(({ lessons, isReference = false }) => (isReference ? [] : lessons.filter(written)));

/** Starlight's sidebar: every lesson that is written, in the order of the course; titles come from the pages. A link says which page it leads to, and of a lesson that it is one: there the reader's progress is shown. */
export const sidebar = COURSE.map(({ title, lessons }) => ({
  label: title.en,
  translations: { ...title },
  items: lessons.filter(written).map((slug) => ({ slug, attrs: { 'data-page': slug, ...(LESSONS.includes(slug) ? { 'data-lesson': slug } : {}) } })),
}));
