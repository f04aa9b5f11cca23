import type { Explained } from '../exercise/exercise.ts';
import { say } from '../narration/say.ts';
import type { Words } from '../narration/sentence.ts';

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
          {say(sentence, words)}
          {clause !== null && (
            <>
              {' '}
              <a class="isl-cite" href={clause.url}>
                {clause.cite}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
