import { useId, useState } from 'preact/hooks';
import type { Observed } from '../../capture/observed.ts';
import type { AsScenario, Refusal } from '../../capture/scenario-from.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import { MadeScenario } from './MadeScenario.tsx';
import { Questions } from './Questions.tsx';

interface Props {
  readonly observed: Observed;
  /** The scenario of it; null: none has been made yet. */
  readonly made: AsScenario | Refusal | null;
  /** The Lab in the page's language. */
  readonly lab: string;
  readonly words: Words;
  readonly lang: Lang;
  /** Makes the scenario. */
  readonly onMake: () => void;
}

/** What can be made of a conversation. */
export function TakeAlong({ observed, made, lab, words, lang, onMake }: Props) {
  const id = useId();
  // With the numbers as they were when the first question was made.
  const [asked, setAsked] = useState<Observed | null>(null);
  const [isMaking, setMaking] = useState(false);
  const make = () => {
    setMaking(true);
    onMake();
  };
  return (
    <>
      <section class="isl-taken" aria-labelledby={`${id}-scenario`}>
        <h3 id={`${id}-scenario`}>{text(words, 'capture.scenario')}</h3>
        <p>{text(words, 'capture.scenario.about')}</p>
        {made !== null ? (
          <MadeScenario made={made} lab={lab} words={words} />
        ) : isMaking ? (
          <p role="status">{text(words, 'capture.scenario.making')}</p>
        ) : (
          <div class="isl-actions">
            <button type="button" onClick={make}>
              {text(words, 'capture.scenario.make')}
            </button>
          </div>
        )}
      </section>
      <section class="isl-taken" aria-labelledby={`${id}-questions`}>
        <h3 id={`${id}-questions`}>{text(words, 'capture.questions')}</h3>
        <p>{text(words, 'capture.questions.about')}</p>
        {asked === null ? (
          <div class="isl-actions">
            <button type="button" class="isl-ask" onClick={() => setAsked(observed)}>
              {text(words, 'capture.questions.make')}
            </button>
          </div>
        ) : (
          <Questions trace={asked.trace} lang={lang} />
        )}
      </section>
    </>
  );
}
