import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { JSDOM } from 'jsdom';
import { DIST } from '../../scripts/site-build.ts';

/** The languages that the course has to speak. */
export const LANGUAGES = ['en', 'ko'] as const;

/** One of the languages. */
export type Language = (typeof LANGUAGES)[number];

/** A page of the built site. */
export interface Page {
  /** Its address below the root, such as `/en/states/`. */
  readonly path: string;
  /** null: the front door and the page for wrong addresses, which speak both languages. */
  readonly language: Language | null;
  /** The address without the language, such as `states`; empty for a home page. */
  readonly slug: string;
  readonly html: string;
}

function pageOf(file: string): Page {
  const name = relative(DIST, file).split(sep).join('/');
  const path = `/${name === 'index.html' ? '' : name.replace(/\/index\.html$/u, '/')}`;
  const [first = '', ...rest] = path.slice(1).split('/');
  const language = LANGUAGES.find((one) => one === first) ?? null;
  return { path, language, slug: rest.filter((part) => part !== '').join('/'), html: readFileSync(file, 'utf8') };
}

const FILES = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .sort()
  .map((name) => join(DIST, name));

const ALL: readonly Page[] = FILES.map(pageOf);

/** The pages that stand in frames of other sites. */
export const EMBED_PAGES = ALL.filter(({ slug }) => slug.startsWith('embed/'));

/** Every other page of the built site. */
export const PAGES = ALL.filter((page) => !EMBED_PAGES.includes(page));

/** The pages inside the course: everything but the front door and the page for wrong addresses. */
export const COURSE_PAGES = PAGES.filter((page) => page.language !== null);

/** The page as a document, its scripts not run. */
export function documentOf(page: Page): Document {
  return new JSDOM(page.html, { url: `http://localhost${page.path}` }).window.document;
}
