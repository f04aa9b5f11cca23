import { inGeneral } from '../narration/in-general.ts';
import type { Reason } from '../narration/reason.ts';
import type { Words } from '../narration/sentence.ts';
import { Because } from './Because.tsx';
import { text } from './text.ts';

interface Props {
  readonly of: readonly Reason[];
  readonly words: Words;
}

/** The rules that fired, in the order in which they did: with the numbers of this run, and folded away as they are true of any, each under its name in the engine. */
export function Reasons({ of, words }: Props) {
  return (
    <>
      <p class="isl-because">{text(words, 'island.because')}</p>
      <ol class="isl-reasons">
        {of.map(({ rule, sentence, clause }) => (
          <li key={rule}>
            <Because sentence={sentence} clause={clause} words={words} />
          </li>
        ))}
      </ol>
      <details class="isl-general">
        <summary>{text(words, 'island.in-general')}</summary>
        <ol class="isl-reasons">
          {of.map(({ rule }) => (
            <li key={rule}>
              {inGeneral(rule, words)} <code>{rule}</code>
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}
