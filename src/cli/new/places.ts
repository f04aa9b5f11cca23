import { LANGUAGES, type Language } from '../../components/language.ts';
import { nearest } from '../../check/nearest.ts';
import { Misuse } from '../command.ts';
import { withItem } from './insert.ts';
import { readJson, type Writing } from './project.ts';
import { ABOUT } from './skeleton.ts';

type InEveryLanguage = Readonly<Record<Language, string>>;

interface Part {
  readonly title: InEveryLanguage;
  readonly lessons: readonly string[];
}

interface Group {
  readonly id: string;
  readonly title: InEveryLanguage;
  readonly scenarios: readonly { readonly name: string }[];
}

/** Where a lesson is to stand: in a part, by its title in any language, or right behind another lesson; else at the end of the first part. */
export interface LessonPlace {
  readonly part?: string;
  readonly after?: string;
}

/** content/course.json with a place for the lesson. */
export function coursePlace(folder: string, slug: string, { part, after }: LessonPlace): Writing {
  const path = 'content/course.json';
  const { text, ...read } = readJson(folder, path);
  const data = read.data as readonly Part[];
  if (data.some(({ lessons }) => lessons.includes(slug))) throw new Misuse(`${path} has a lesson “${slug}” already. Choose another name; nothing was written.`);
  const at = after === undefined ? partNamed(data, part) : data.findIndex(({ lessons }) => lessons.includes(after));
  const found = data[at];
  if (found === undefined) throw new Misuse(`There is no lesson “${after ?? ''}”. Did you mean “${nearest(after ?? '', data.flatMap(({ lessons }) => lessons))}”?`);
  const place = after === undefined ? found.lessons.length : found.lessons.indexOf(after) + 1;
  const before = found.lessons[place - 1];
  return {
    path,
    text: withItem(text, [at, 'lessons'], place, JSON.stringify(slug)),
    isNew: false,
    about: `its place in “${found.title.en}”${before === undefined ? '' : `, behind “${before}”`}`,
  };
}

function partNamed(parts: readonly Part[], title: string | undefined): number {
  if (title === undefined) return 0;
  const titles = parts.map((part) => LANGUAGES.map((language) => part.title[language].toLowerCase()));
  const at = titles.findIndex((known) => known.includes(title.toLowerCase()));
  if (at >= 0) return at;
  const meant = nearest(title.toLowerCase(), titles.flat());
  const part = parts[titles.findIndex((known) => known.includes(meant))];
  throw new Misuse(`The course has no part “${title}”. Did you mean “${part?.title.en ?? ''}”? It has ${parts.map((one) => `“${one.title.en}”`).join(', ')}.`);
}

/** content/gallery.json with a place for the scenario, at the end of the group of that id, or of the first. */
export function galleryPlace(folder: string, name: string, titles: InEveryLanguage, group: string | undefined): Writing {
  const path = 'content/gallery.json';
  const { text, ...read } = readJson(folder, path);
  const data = read.data as readonly Group[];
  if (data.some(({ scenarios }) => scenarios.some((one) => one.name === name))) throw new Misuse(`${path} has a scenario “${name}” already. Choose another name; nothing was written.`);
  const at = group === undefined ? 0 : data.findIndex(({ id }) => id === group);
  const found = data[at];
  if (found === undefined) {
    const ids = data.map(({ id }) => id);
    throw new Misuse(`The gallery has no group “${group ?? ''}”. Did you mean “${nearest(group ?? '', ids)}”? It has ${ids.join(', ')}.`);
  }
  return {
    path,
    text: withItem(text, [at, 'scenarios'], found.scenarios.length, entryOf(name, titles)),
    isNew: false,
    about: `the scenario's place in “${found.title.en}”, with a title and a sentence in each language`,
  };
}

/** A scenario as the gallery writes it. */
function entryOf(name: string, titles: InEveryLanguage): string {
  const said = (of: InEveryLanguage) => LANGUAGES.map((language) => [language, JSON.stringify(of[language])] as const);
  const title = said(titles).map(([language, text]) => `"${language}": ${text}`).join(', ');
  const about = said(ABOUT).map(([language, text]) => `    "${language}": ${text}`).join(',\n');
  return `{\n  "name": ${JSON.stringify(name)},\n  "title": { ${title} },\n  "about": {\n${about}\n  }\n}`;
}
