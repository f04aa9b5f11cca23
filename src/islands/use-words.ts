import { useState } from 'preact/hooks';
import type { Words } from '../narration/sentence.ts';
import './island-words.ts';
import { loadWords, wordsIn, type Lang, type Part } from './messages.ts';

/** What an island can say now. */
export interface Speech {
  readonly words: Words;
  /** Whether the explanations are here too. */
  readonly isWhole: boolean;
  /** Fetches them; to be called as soon as the reader turns to the island. */
  readonly makeWhole: () => Promise<void>;
}

/** The messages of the page's language: what an island says at first at once, these parts when they have been asked for. */
export function useWords(lang: Lang, ...later: readonly Part[]): Speech {
  const [isWhole, setWhole] = useState(false);
  const makeWhole = () => Promise.all(later.map((part) => loadWords(lang, part))).then(() => setWhole(true));
  return { words: wordsIn(lang), isWhole, makeWhole };
}
