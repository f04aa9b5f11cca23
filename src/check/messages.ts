import { LANGUAGES } from '../components/language.ts';
import { placeholders } from '../narration/fill.ts';
import type { Content } from './content.ts';
import { problemsIn, type Fault } from './fault.ts';
import { MESSAGES_FORM } from './forms.ts';
import { readJson } from './json-file.ts';
import type { ContentProblem } from './problem.ts';

/** What is wrong with the sentences of the interface: one that a language lacks or leaves empty, or one with gaps that the other language does not fill. */
export function messageProblems(content: Content): readonly ContentProblem[] {
  const read = LANGUAGES.flatMap((language) => {
    const path = `content/i18n/${language}.json`;
    const text = content.text(path);
    return text === null ? [] : [{ language, path, text, ...readJson(text, MESSAGES_FORM) }];
  });
  return read.flatMap(({ path, text, data, faults, offsetOf, language }) => {
    const found = Object.entries(data ?? {}).flatMap(([key, message]): readonly Fault[] => {
      const at = (message: string, hint: string): Fault => ({ offset: offsetOf([key]), message, hint });
      const empty = message.trim() === '' ? [at(`“${key}” says nothing.`, 'Write the sentence.')] : [];
      const others = read.filter((other) => other.language !== language && other.data !== null);
      return [
        ...empty,
        ...others.flatMap((other): readonly Fault[] => {
          const counterpart = other.data?.[key];
          if (counterpart === undefined) return [at(`“${key}” is missing in “${other.language}”.`, `Write it in ${other.path} too, or take it away here.`)];
          // A language may leave out a gap that it needs no word for; that both have one which the other lacks is a slip. Told once, in the language that comes later.
          const [here, there] = [placeholders(message), placeholders(counterpart)];
          const isSpoken = here.every((gap) => there.includes(gap)) || there.every((gap) => here.includes(gap));
          return isSpoken || LANGUAGES.indexOf(language) < LANGUAGES.indexOf(other.language) ? [] : [at(`“${key}” has the gaps ${shown(here)} here and ${shown(there)} in “${other.language}”.`, 'A gap such as {{name}} is filled in either language by the same thing.')];
        }),
      ];
    });
    return problemsIn(content.fileOf(path), text, [...faults, ...found]);
  });
}

function shown(gaps: readonly string[]): string {
  return gaps.map((name) => `{{${name}}}`).join(' ');
}
