import { LANGUAGES } from '../components/language.ts';
import type { Content } from './content.ts';
import { problemsIn, type Fault } from './fault.ts';
import { GLOSSARY_FORM } from './forms.ts';
import { readJson } from './json-file.ts';
import { nearest } from './nearest.ts';
import type { ContentProblem } from './problem.ts';

/** The file that holds every term of the course, by its name, in every language; from the root. */
export const GLOSSARY_FILE = 'content/glossary.json';

/** What is wrong with content/glossary.json. */
export function glossaryProblems(content: Pick<Content, 'text' | 'fileOf' | 'lessons'>): readonly ContentProblem[] {
  const text = content.text(GLOSSARY_FILE);
  return text === null ? [] : problemsIn(content.fileOf(GLOSSARY_FILE), text, glossaryFaults(text, content.lessons));
}

/** What is wrong with the text of a glossary, given the lessons of the course: a term that lacks something or has too much, a lesson that is not there, a word that two terms claim. */
export function glossaryFaults(text: string, lessons: readonly string[]): readonly Fault[] {
  const { data, faults, offsetOf } = readJson(text, GLOSSARY_FORM);
  const claimed = new Map<string, string>();
  return [
    ...faults,
    ...Object.entries(data ?? {}).flatMap(([name, entry]): readonly Fault[] => {
      const lost = lessons.includes(entry.lesson) ? [] : [{ offset: offsetOf([name, 'lesson']), message: `The term “${name}” names the lesson “${entry.lesson}”, which is not there.`, hint: `Did you mean “${nearest(entry.lesson, lessons)}”?` }];
      const double = LANGUAGES.flatMap((language) =>
        [entry[language].term, ...(entry[language].also ?? [])].flatMap((word, index): readonly Fault[] => {
          const other = claimed.get(`${language} ${word}`);
          claimed.set(`${language} ${word}`, name);
          const offset = offsetOf(index === 0 ? [name, language, 'term'] : [name, language, 'also', index - 1]);
          return other === undefined ? [] : [{ offset, message: `“${word}” is a word for both “${other}” and “${name}” in “${language}”.`, hint: 'Leave it to one of the two.' }];
        }),
      );
      return [...lost, ...double];
    }),
  ];
}
