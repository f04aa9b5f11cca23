import { useEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import { fetchPlaces, type MisconceptionPlace } from './misconception-places.ts';
import { Show } from './Show.tsx';

interface Props {
  readonly id: string;
  readonly lang: Lang;
  readonly words: Words;
}

/** A misconception by its name, with the place of the course that treats it and a run that shows it, as soon as these are here. */
export function Misconception({ id, lang, words }: Props) {
  const [place, setPlace] = useState<MisconceptionPlace | null>(null);
  const [isShown, setShown] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    let isWanted = true;
    fetchPlaces(lang).then(
      (places) => isWanted && setPlace(places[id] ?? null),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [id, lang]);
  const name = text(words, `misconception.${id}.name`);
  const close = () => {
    setShown(false);
    button.current?.focus();
  };
  return (
    <div class="isl-misconception">
      <p>
        <span class="isl-misconception-label">{text(words, 'attempt.misconception')}</span> {text(words, 'attempt.misconception.name', { name })}
      </p>
      {place !== null && (
        <p class="isl-misconception-more">
          <a href={place.href}>{text(words, 'attempt.misconception.place', { lesson: place.lesson, heading: place.heading })}</a>
          <button type="button" ref={button} class="isl-link" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {text(words, 'attempt.misconception.run')}
          </button>
        </p>
      )}
      {isShown && place !== null && <Show play={{ from: 0, scenario: null }} scenario={place.scenario} title={name} lang={lang} words={words} onClose={close} />}
    </div>
  );
}
