import { useEffect, useRef, useState } from 'preact/hooks';
import type { Difficulty } from '../../exercise/difficulty.ts';
import { next, type Drawn } from '../../exercise/pool.ts';
import type { Topic } from '../../exercise/topic.ts';
import { mastery } from '../../progress/mastery.ts';
import { text } from '../text.ts';
import { Choices } from './Choices.tsx';
import { PRACTICE_SLUG, type ModeProps } from './mode-props.ts';
import { Posed } from './Posed.tsx';
import { usePosed } from './use-posed.ts';
import { wishFor } from './wish.ts';

interface Props extends ModeProps {
  readonly topics: readonly Topic[];
  readonly misconception: string | null;
  /** The reader wants other topics, or everything again. */
  readonly onPlace: (topics: readonly Topic[], misconception: string | null) => void;
}

/** Questions without end, of the topics and difficulties that the reader wants. */
export function Endless({ sources, progress, lang, words, isWhole, makeWhole, topics, misconception, onPlace }: Props) {
  const [difficulties, setDifficulties] = useState<readonly Difficulty[]>([]);
  const [isEmpty, setEmpty] = useState(false);
  const asked = useRef<readonly Drawn[]>([]);
  const begun = useRef(0);
  const posing = usePosed(lang, makeWhole);

  const ask = () => {
    // Only here chance decides: which questions come, not what is right.
    if (begun.current === 0) begun.current = Date.now();
    const seed = begun.current + asked.current.length;
    const drawn = next(sources, wishFor({ topics, difficulties, misconception }, mastery(progress), seed), asked.current, seed);
    setEmpty(drawn === null);
    if (drawn === null) {
      posing.clear();
      return;
    }
    asked.current = [...asked.current, drawn];
    posing.pose(drawn);
  };
  useEffect(ask, [topics.join(), difficulties.join(), misconception]);

  return (
    <>
      <div class="isl-wanted">
        <Choices topics={topics} difficulties={difficulties} words={words} isOpen={false} onTopics={(chosen) => onPlace(chosen, misconception)} onDifficulties={setDifficulties} />
        {misconception !== null && (
          <p class="isl-about">
            {text(words, 'practice.about', { name: text(words, `misconception.${misconception}.name`) })}
            <button type="button" onClick={() => onPlace(topics, null)}>
              {text(words, 'practice.about.all')}
            </button>
          </p>
        )}
      </div>
      {isEmpty ? <p role="status">{text(words, 'practice.empty')}</p> : <Posed posing={posing} slug={PRACTICE_SLUG} isNext={asked.current.length > 1} lang={lang} words={words} isWhole={isWhole} makeWhole={makeWhole} onNext={ask} />}
    </>
  );
}
