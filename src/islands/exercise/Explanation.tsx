import type { Explained } from '../../exercise/field.ts';
import type { Words } from '../../narration/sentence.ts';
import { Because } from '../Because.tsx';

interface Props {
  readonly of: readonly Explained[];
  readonly words: Words;
}

/** Sentences that explain, in order, each with a link to the clause that it rests on. */
export function Explanation({ of, words }: Props) {
  return (
    <ul class="isl-reasons">
      {of.map(({ sentence, clause }, index) => (
        <li key={index}>
          <Because sentence={sentence} clause={clause} words={words} />
        </li>
      ))}
    </ul>
  );
}
