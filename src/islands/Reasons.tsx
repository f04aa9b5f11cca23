import { inGeneral } from '../narration/in-general.ts';
import { reasonsOf } from '../narration/reason.ts';
import type { Words } from '../narration/sentence.ts';
import type { EndpointMoment, Trace } from '../simulation/trace.ts';
import { Because } from './Because.tsx';
import { text } from './text.ts';

interface Props {
  readonly moment: EndpointMoment;
  readonly trace: Trace;
  readonly words: Words;
}

/** The rules that fired at the moment, in the order in which they did: with the numbers of this run, and folded away as they are true of any, each under its name in the engine. Nothing where there are none, or as long as one of their sentences is not here. */
export function Reasons({ moment, trace, words }: Props) {
  const of = reasonsOf(moment, trace);
  if (of.length === 0 || !of.every(({ sentence }) => sentence.key in words)) return null;
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
