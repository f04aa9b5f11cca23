import type { Words } from '../narration/sentence.ts';
import { online } from './online.ts';

/** The languages that an island can speak. */
export type Lang = 'en' | 'ko';

/** A part of the messages; which keys it has is said in src/site/messages-plugin.ts. */
export type Part = keyof typeof FILES;

const FILES = {
  island: { en: () => import('messages:en/island'), ko: () => import('messages:ko/island') },
  exercise: { en: () => import('messages:en/exercise'), ko: () => import('messages:ko/exercise') },
  answers: { en: () => import('messages:en/answers'), ko: () => import('messages:ko/answers') },
  partner: { en: () => import('messages:en/partner'), ko: () => import('messages:ko/partner') },
  rest: { en: () => import('messages:en/rest'), ko: () => import('messages:ko/rest') },
  diagram: { en: () => import('messages:en/diagram'), ko: () => import('messages:ko/diagram') },
  editor: { en: () => import('messages:en/editor'), ko: () => import('messages:ko/editor') },
  topics: { en: () => import('messages:en/topics'), ko: () => import('messages:ko/topics') },
  practice: { en: () => import('messages:en/practice'), ko: () => import('messages:ko/practice') },
  progress: { en: () => import('messages:en/progress'), ko: () => import('messages:ko/progress') },
  marks: { en: () => import('messages:en/marks'), ko: () => import('messages:ko/marks') },
  lab: { en: () => import('messages:en/lab'), ko: () => import('messages:ko/lab') },
  zone: { en: () => import('messages:en/zone'), ko: () => import('messages:ko/zone') },
  capture: { en: () => import('messages:en/capture'), ko: () => import('messages:ko/capture') },
};

const loaded = new Map<Lang, Words>();
const asked = new Map<string, Promise<void>>();

/** The messages of this language, which has to be the page's, as far as they are here. */
export function wordsIn(lang: Lang): Words {
  const words = loaded.get(lang);
  if (words === undefined) throw new Error(`An island in "${lang}" stands in a page of another language`);
  return words;
}

/** Fetches a part of the messages, once; a failed attempt is made again at the next call. */
export function loadWords(lang: Lang, part: Part): Promise<void> {
  const name = `${lang}/${part}`;
  const known = asked.get(name);
  if (known !== undefined) return known;
  const loading = online(FILES[part][lang]).then(({ default: more }) => void loaded.set(lang, { ...loaded.get(lang), ...more }));
  asked.set(name, loading);
  loading.catch(() => asked.delete(name));
  return loading;
}

/** Fetches a part in the languages that are needed here: both where pages are built, in a page the page's own. To be awaited by a module that renders from it, so that an island's first render in the page is the one that the build made. */
export async function loadWordsHere(part: Part): Promise<void> {
  const here: readonly Lang[] = import.meta.env.SSR ? ['en', 'ko'] : [document.documentElement.lang.startsWith('ko') ? 'ko' : 'en'];
  await Promise.all(here.map((lang) => loadWords(lang, part)));
}
