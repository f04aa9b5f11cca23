import type { Words } from '../../narration/sentence.ts';
import { text } from '../text.ts';

/** What a check has said of one part of an answer: a sign, and a word for who does not see it. */
export function PartMark({ of, words }: { readonly of: 'right' | 'wrong' | undefined; readonly words: Words }) {
  if (of === undefined) return null;
  return (
    <span class="isl-mark" data-mark={of}>
      <span aria-hidden="true">{of === 'right' ? '✓' : '✗'}</span>
      <span class="sr-only"> {text(words, `attempt.verdict.${of}`)}</span>
    </span>
  );
}
