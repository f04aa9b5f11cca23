import type { Words } from '../narration/sentence.ts';

/** The languages that an island can speak. */
export type Lang = 'en' | 'ko';

const FILES: Readonly<Record<Lang, () => Promise<{ default: Words }>>> = {
  en: () => import('../../content/i18n/en.json'),
  ko: () => import('../../content/i18n/ko.json'),
};

/** The languages that are needed here: both where pages are built, in a page the page's own. */
function needed(): readonly Lang[] {
  if (import.meta.env.SSR) return ['en', 'ko'];
  return [document.documentElement.lang.startsWith('ko') ? 'ko' : 'en'];
}

// Awaited while the module loads, so that an island's first render in the page is the one that the build made.
const loaded: ReadonlyMap<Lang, Words> = new Map(
  await Promise.all(needed().map(async (lang) => [lang, (await FILES[lang]()).default] as const)),
);

/** Every message in this language, which has to be the language of the page. */
export function wordsIn(lang: Lang): Words {
  const words = loaded.get(lang);
  if (words === undefined) throw new Error(`An island in "${lang}" stands in a page of another language`);
  return words;
}
