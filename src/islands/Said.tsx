import { htmlOf } from '../exercise/rich.ts';
import { say } from '../narration/say.ts';
import type { Sentence, Words } from '../narration/sentence.ts';

/** A sentence, said; one that an author has written keeps its code, its emphasis and its links. */
export function Said({ of, words }: { readonly of: Sentence; readonly words: Words }) {
  const html = htmlOf(of);
  return html === null ? <>{say(of, words)}</> : <span dangerouslySetInnerHTML={{ __html: html }} />;
}
