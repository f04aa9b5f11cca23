import { LANGUAGES } from '../components/language.ts';
import { headingsIn } from './anchors.ts';
import type { Content } from './content.ts';
import { problemsIn, type Fault } from './fault.ts';
import { MISCONCEPTIONS_FORM } from './forms.ts';
import { readJson } from './json-file.ts';
import { MISCONCEPTIONS_FILE } from './library.ts';
import { nearest } from './nearest.ts';
import type { ContentProblem } from './problem.ts';

/** What is wrong with content/misconceptions.json: a lesson, heading or scenario that is not there, or a misconception without a name in a language. */
export function misconceptionProblems(content: Content): readonly ContentProblem[] {
  const text = content.text(MISCONCEPTIONS_FILE);
  if (text === null) return [];
  const { data, faults, offsetOf } = readJson(text, MISCONCEPTIONS_FORM);
  const { names } = content.library;
  const slugs = [...new Set(content.pages.map(({ slug }) => slug))];
  const found = Object.entries(data ?? {}).flatMap(([id, { lesson, anchor, scenario }]): readonly Fault[] => {
    const at = (key: string, message: string, hint: string): Fault => ({ offset: offsetOf([id, key]), message, hint });
    const page = content.pages.find(({ slug, language }) => slug === lesson && language === LANGUAGES[0]);
    const headings = page?.tree ? headingsIn(page.tree).map(({ slug }) => slug) : [];
    return [
      ...(slugs.includes(lesson) ? [] : [at('lesson', `There is no lesson “${lesson}”.`, `Did you mean “${nearest(lesson, slugs)}”?`)]),
      ...(headings.length === 0 || headings.includes(anchor) ? [] : [at('anchor', `The lesson “${lesson}” has no heading “#${anchor}”.`, `Did you mean “${nearest(anchor, headings)}”? It has ${headings.join(', ')}.`)]),
      ...(names.includes(scenario) ? [] : [at('scenario', `There is no scenario “${scenario}”.`, `Did you mean “${nearest(scenario, names)}”? Scenarios are the files in content/scenarios.`)]),
    ];
  });
  return problemsIn(content.fileOf(MISCONCEPTIONS_FILE), text, [...faults, ...found, ...unnamed(content, Object.keys(data ?? {}), offsetOf)]);
}

function unnamed(content: Content, ids: readonly string[], offsetOf: (path: readonly PropertyKey[]) => number): readonly Fault[] {
  return LANGUAGES.flatMap((language) => {
    const path = `content/i18n/${language}.json`;
    const messages = content.text(path) ?? '';
    return ids.filter((id) => !messages.includes(`"misconception.${id}.name"`)).map((id) => ({ offset: offsetOf([id]), message: `The misconception “${id}” has no name in “${language}”.`, hint: `Write "misconception.${id}.name" in ${path}: what who has it believes.` }));
  });
}
