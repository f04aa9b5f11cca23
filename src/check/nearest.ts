import { byNearness } from '../scenario/nearest.ts';

/** The candidate that `word` was most probably meant to be; '' without candidates. */
export function nearest(word: string, candidates: readonly string[]): string {
  return byNearness(word, candidates)[0] ?? '';
}
