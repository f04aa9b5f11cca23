import type { Words } from '../../narration/sentence.ts';
import type { Lang } from '../messages.ts';

const FILES = { en: () => import('messages:en/marks'), ko: () => import('messages:ko/marks') };

/** The language of the page. */
export function langOf(page: Document): Lang {
  return page.documentElement.lang === 'ko' ? 'ko' : 'en';
}

/** The few words that every page may say of a reader's progress, without all that islands speak with. */
export async function markWords(page: Document): Promise<Words> {
  return (await FILES[langOf(page)]()).default;
}
