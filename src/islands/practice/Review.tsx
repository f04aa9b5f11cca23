import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { exerciseOf, type Drawn } from '../../exercise/pool.ts';
import type { Card } from '../../progress/due.ts';
import { text } from '../text.ts';
import type { LessonExercises } from '../progress/exercises.ts';
import { useCards } from '../progress/use-cards.ts';
import { isMade, whereAsked } from '../progress/where-asked.ts';
import type { ModeProps } from './mode-props.ts';
import { Posed } from './Posed.tsx';
import { usePosed } from './use-posed.ts';

interface Props extends ModeProps {
  /** The pages of the course, to lead to what can only be asked there. */
  readonly pages: readonly { readonly slug: string; readonly title: string; readonly href: string }[];
  readonly exercises: LessonExercises;
}

/** What is due today, one after the other; what the course does not have any more is passed over. */
export function Review({ sources, progress, lang, words, isWhole, makeWhole, pages, exercises }: Props) {
  const known = useCards(progress);
  const cards = useMemo(() => known.filter((one) => whereAsked(one, exercises) !== null), [known, exercises]);
  const now = Date.now();
  const due = cards.filter((card) => card.due <= now);
  const [card, setCard] = useState<Card | null>(null);
  const seen = useRef(new Set<string>());
  const posing = usePosed(lang, makeWhole);
  const drawnOf = useMemo(() => remembered((id) => exerciseOf(sources, id)), [sources]);
  const left = due.filter(({ id }) => !seen.current.has(id));
  const here = left.filter(({ id }) => isMade(id) && drawnOf(id) !== null);
  const elsewhere = left.filter(({ id }) => !isMade(id)).flatMap((one) => pages.filter(({ slug }) => slug === whereAsked(one, exercises)));

  const ask = () => {
    const [first] = here;
    const drawn = first === undefined ? null : drawnOf(first.id);
    if (first === undefined || drawn === null) {
      setCard(null);
      posing.clear();
      return;
    }
    seen.current.add(first.id);
    setCard(first);
    posing.pose(drawn);
  };
  useEffect(() => {
    if (card === null && here.length > 0) ask();
  }, [cards]);

  const upcoming = cards.find((one) => one.due > now);
  const day = (instant: number) => new Intl.DateTimeFormat(lang, { weekday: 'long', day: 'numeric', month: 'long' }).format(instant);
  return (
    <>
      <p class="isl-left" role="status">
        {card !== null && text(words, 'practice.review.left', { n: here.length })}
        {card === null && cards.length === 0 && text(words, 'practice.review.none')}
        {card === null && cards.length > 0 && elsewhere.length === 0 && text(words, upcoming === undefined ? 'practice.review.done' : 'practice.review.next', { day: day(upcoming?.due ?? now) })}
      </p>
      {card !== null && <Posed posing={posing} slug={card.slug} isNext={seen.current.size > 1} lang={lang} words={words} isWhole={isWhole} makeWhole={makeWhole} onNext={ask} />}
      {elsewhere.length > 0 && (
        <>
          <p>{text(words, 'practice.review.elsewhere')}</p>
          <ul class="isl-elsewhere">
            {[...new Map(elsewhere.map((page) => [page.slug, page])).values()].map(({ slug, title, href }) => (
              <li key={slug}>
                <a href={href}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The function, asked once for each id. */
function remembered(draw: (id: string) => Drawn | null): (id: string) => Drawn | null {
  const known = new Map<string, Drawn | null>();
  return (id) => {
    if (!known.has(id)) known.set(id, draw(id));
    return known.get(id) ?? null;
  };
}
