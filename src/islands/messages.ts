import type { Words } from '../narration/sentence.ts';

/** The languages that an island can speak. */
export type Lang = 'en' | 'ko';

type File = () => Promise<{ readonly default: Words }>;

const FIRST: Readonly<Record<Lang, File>> = { en: () => import('messages:en/first'), ko: () => import('messages:ko/first') };
const REST: Readonly<Record<Lang, File>> = { en: () => import('messages:en/rest'), ko: () => import('messages:ko/rest') };

/** The languages that are needed here: both where pages are built, in a page the page's own. */
function needed(): readonly Lang[] {
  if (import.meta.env.SSR) return ['en', 'ko'];
  return [document.documentElement.lang.startsWith('ko') ? 'ko' : 'en'];
}

// Awaited while the module loads, so that an island's first render in the page is the one that the build made.
const loaded = new Map<Lang, Words>(await Promise.all(needed().map(async (lang) => [lang, (await FIRST[lang]()).default] as const)));
const whole = new Map<Lang, Promise<void>>();

/** The messages of this language, which has to be the page's, as far as they are here: at first all but the explanations. */
export function wordsIn(lang: Lang): Words {
  const words = loaded.get(lang);
  if (words === undefined) throw new Error(`An island in "${lang}" stands in a page of another language`);
  return words;
}

/** Fetches the explanations too, once; a failed attempt is made again at the next call. */
export function loadWholeWords(lang: Lang): Promise<void> {
  const known = whole.get(lang);
  if (known !== undefined) return known;
  const loading = REST[lang]().then(({ default: rest }) => void loaded.set(lang, { ...wordsIn(lang), ...rest }));
  whole.set(lang, loading);
  loading.catch(() => whole.delete(lang));
  return loading;
}
