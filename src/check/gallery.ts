import { LANGUAGES, type Language } from '../components/language.ts';
import { thumbnailOf } from '../diagram/thumbnail/thumbnail.ts';
import type { GalleryGroup } from '../islands/lab/gallery.ts';
import { outlineOf } from '../islands/lab/outline.ts';
import type { Trace } from '../simulation/trace.ts';
import { nearest } from './nearest.ts';
import { placeAt, type ContentProblem } from './problem.ts';
import type { Content } from './content.ts';
import { problemsIn } from './fault.ts';
import { GALLERY_FORM } from './forms.ts';
import { readJson } from './json-file.ts';

type InEveryLanguage = Readonly<Record<Language, string>>;

/** A group of the gallery as content/gallery.json has it. */
interface WrittenGroup {
  readonly id: string;
  readonly title: InEveryLanguage;
  readonly scenarios: readonly { readonly name: string; readonly title: InEveryLanguage; readonly about: InEveryLanguage }[];
}

/** The file that says which scenario is in which group of the gallery, and what it is called, from the root. */
export const GALLERY_FILE = 'content/gallery.json';

/** What is wrong with content/gallery.json: its JSON, its form, and what it says of the scenarios. */
export function galleryFileProblems(content: Pick<Content, 'text' | 'fileOf' | 'library'>): readonly ContentProblem[] {
  const file = content.fileOf(GALLERY_FILE);
  const text = content.text(GALLERY_FILE);
  if (text === null) return [{ file, line: 1, column: 1, message: `There is no ${GALLERY_FILE}.`, hint: 'It has the groups of the gallery, and the scenarios of each.' }];
  const { data, faults, offsetOf } = readJson(text, GALLERY_FORM);
  const repeated = (data ?? []).flatMap(({ id }, at) => ((data ?? []).slice(0, at).some((group) => group.id === id) ? [{ offset: offsetOf([at, 'id']), message: `The gallery has two groups “${id}”.`, hint: 'Give each an id of its own: addresses are made of it.' }] : []));
  return [...problemsIn(file, text, [...faults, ...repeated]), ...(data === null ? [] : galleryProblems(text, file, content.library.names))];
}

/** What is wrong with the text of content/gallery.json, given the names of all scenarios: one that is missing, twice there or unknown, or a text that a language lacks. */
export function galleryProblems(text: string, file: string, names: readonly string[]): readonly ContentProblem[] {
  const groups = parsed(text);
  if (groups === null) return [{ file, line: 1, column: 1, message: 'The gallery is not JSON, or no list of groups.', hint: 'Look at it in an editor that shows mistakes in JSON.' }];
  const told = groups.flatMap(({ scenarios }) => scenarios.map(({ name }) => name));
  const unknown = [...new Set(told)].filter((name) => !names.includes(name));
  const twice = told.filter((name, at) => told.indexOf(name) !== at);
  const missing = names.filter((name) => !told.includes(name));
  /** At the `nth` place, from 0, where the key has this value. */
  const problemAt = (key: 'id' | 'name', value: string, nth: number, message: string, hint: string): ContentProblem => {
    const written = JSON.stringify(value).replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
    const places = [...text.matchAll(new RegExp(`"${key}"\\s*:\\s*${written}`, 'gu'))];
    return { file, ...placeAt(text, places[nth]?.index ?? 0), message, hint };
  };
  return [
    ...unknown.map((name) => problemAt('name', name, 0, `The gallery has “${name}”, but there is no such scenario.`, `Did you mean “${nearest(name, names)}”? Scenarios are the files in content/scenarios.`)),
    ...twice.map((name) => problemAt('name', name, 1, `The gallery has the scenario “${name}” twice.`, 'Take one of the two away.')),
    ...missing.map((name) => problemAt('name', name, 0, `The scenario “${name}” is not in the gallery.`, `Add it to a group of content/gallery.json, with a title and a sentence about it in every language.`)),
    ...groups.flatMap((group) => [
      ...untold(group.title).map((language) => problemAt('id', group.id, 0, `The group “${group.id}” of the gallery has no title in “${language}”.`, 'Write one.')),
      ...group.scenarios.flatMap(({ name, title, about }) => [
        ...untold(title).map((language) => problemAt('name', name, 0, `The scenario “${name}” has no title in “${language}”.`, 'Write one.')),
        ...untold(about).map((language) => problemAt('name', name, 0, `Nothing is said about the scenario “${name}” in “${language}”.`, 'Say in a sentence what one sees there, and why it is worth it.')),
      ]),
    ]),
  ];
}

/** The gallery in one language, with the runs that it is about; throws where a scenario has none. */
export function galleryIn(language: Language, text: string, runOf: (name: string) => Trace): readonly GalleryGroup[] {
  return (JSON.parse(text) as readonly WrittenGroup[]).map(({ id, title, scenarios }) => ({
    id,
    title: title[language],
    scenarios: scenarios.map((one) => {
      const trace = runOf(one.name);
      return { name: one.name, title: one.title[language], about: one.about[language], scenario: trace.scenario, thumbnail: thumbnailOf(trace), ...outlineOf(trace) };
    }),
  }));
}

function parsed(text: string): readonly WrittenGroup[] | null {
  try {
    const data: unknown = JSON.parse(text);
    return Array.isArray(data) && data.every((group: Partial<WrittenGroup> | null) => Array.isArray(group?.scenarios)) ? data : null;
  } catch {
    return null;
  }
}

function untold(told: Partial<InEveryLanguage> | undefined): readonly Language[] {
  return LANGUAGES.filter((language) => (told?.[language] ?? '').trim() === '');
}
