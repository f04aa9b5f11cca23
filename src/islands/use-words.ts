import { useState } from 'preact/hooks';
import type { Words } from '../narration/sentence.ts';
import { loadWholeWords, wordsIn, type Lang } from './messages.ts';

/** What an island can say now. */
export interface Speech {
  readonly words: Words;
  /** Whether the explanations are here too. */
  readonly isWhole: boolean;
  /** Fetches them; to be called as soon as the reader turns to the island. */
  readonly makeWhole: () => Promise<void>;
}

/** The messages of the page's language: the first part at once, the rest when it has been asked for. */
export function useWords(lang: Lang): Speech {
  const [isWhole, setWhole] = useState(false);
  const makeWhole = () => loadWholeWords(lang).then(() => setWhole(true));
  return { words: wordsIn(lang), isWhole, makeWhole };
}
