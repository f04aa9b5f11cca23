import en from '../../content/i18n/en.json' with { type: 'json' };
import ko from '../../content/i18n/ko.json' with { type: 'json' };
import type { Words as Template } from '../diagram/words.ts';
import { fill } from '../narration/fill.ts';
import type { Words } from '../narration/sentence.ts';
import type { Language } from './language.ts';

const MESSAGES: Readonly<Record<Language, Words>> = { en, ko };

/** The language of a page by its `lang`; English where the course does not speak it. */
export function languageOf(lang: string | undefined): Language {
  return lang === 'ko' ? 'ko' : 'en';
}

/** Every message in this language. */
export function messagesIn(language: Language): Words {
  return MESSAGES[language];
}

/** Says a message of content/i18n in this language; throws where there is none. */
export function wordsIn(language: Language): Template {
  return (key, params = {}) => {
    const template = MESSAGES[language][key];
    if (template === undefined) throw new Error(`content/i18n/${language}.json has no "${key}"`);
    return fill(template, params);
  };
}
