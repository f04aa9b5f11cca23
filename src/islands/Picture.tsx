import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { sequenceOf } from '../diagram/sequence-diagram.ts';
import { say } from '../narration/say.ts';
import { summary } from '../narration/summary.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Flight, Trace } from '../simulation/trace.ts';
import { diagramWords } from './diagram-words.ts';
import { draw } from './draw.ts';
import { wordsIn, type Lang } from './messages.ts';
import { layTouchFields, reveal } from './reveal.ts';
import { scrollToRow } from './scroll-to-row.ts';
import { text } from './text.ts';
import type { Speech } from './use-words.ts';
import { canBeNamed } from './can-be-named.ts';

interface Props {
  /** The scenario that the build has drawn; null: none. */
  readonly author: Scenario | null;
  readonly trace: Trace;
  readonly shown: number;
  /** Whether the reader steps, and wants to be led along. */
  readonly isStepping: boolean;
  readonly speech: Pick<Speech, 'words' | 'makeWhole'>;
  readonly lang: Lang;
  readonly title: string;
  /** Called just before another picture takes the place of the one on view. */
  readonly beforeSwap: () => void;
  /** Called as soon as it has. */
  readonly afterSwap: () => void;
  readonly onFlight: (flight: Flight) => void;
  /** What it is called where it scrolls by itself, and so has to be in reach of the keyboard; absent: it scrolls with the page. */
  readonly label?: string;
  /** Whether another run is about to take the place of this one. */
  readonly isAwaited?: boolean;
  /** The diagram of the author's run, drawn at build time. */
  readonly children: ComponentChildren;
}

/** A picture that is on view, and the run that it shows; `svg` is null for the one from the build. */
interface OnView {
  readonly scenario: Scenario | null;
  readonly svg: string | null;
}

/** The diagram of the run up to the reader's moment. The picture before stays until the new one is drawn. */
export function Picture({ author, trace, shown, isStepping, speech: { words, makeWhole }, lang, title, beforeSwap, afterSwap, onFlight, label, isAwaited = false, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [onView, setOnView] = useState<OnView>({ scenario: author, svg: null });
  const [failed, setFailed] = useState(false);
  const isCurrent = onView.scenario === trace.scenario;

  useLayoutEffect(() => {
    if (isCurrent) return;
    let wanted = true;
    const show = (svg: string | null) => {
      if (!wanted) return;
      beforeSwap();
      setFailed(false);
      setOnView({ scenario: trace.scenario, svg });
    };
    if (trace.scenario === author) show(null);
    else makeWhole().then(() => pictureOf(trace, lang, title)).then(show, () => wanted && setFailed(true));
    return () => {
      wanted = false;
    };
  }, [trace]);

  useLayoutEffect(afterSwap, [onView]);

  useLayoutEffect(() => {
    const svg = box.current?.querySelector(onView.svg === null ? 'astro-slot svg' : '.isl-drawn svg');
    if (!isCurrent || svg === null || svg === undefined) return;
    const row = reveal(svg, trace, diagramWords(words), shown);
    layTouchFields(svg, (flight) => trace.flights.some((one) => one.id === flight && canBeNamed(one)));
    if (row !== null && isStepping) scrollToRow(row);
  }, [onView, trace, shown]);

  const onClick = ({ target }: MouseEvent) => {
    const row = target instanceof Element ? target.closest('[data-flight]') : null;
    const flight = row === null ? undefined : trace.flights[Number(row.getAttribute('data-flight'))];
    if (isCurrent && row?.hasAttribute('data-later') === false && flight !== undefined) onFlight(flight);
  };

  return (
    // The arrows are a second way for pointers; the list below has a button for each of them.
    // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events, jsx-a11y-x/no-static-element-interactions
    <div ref={box} class="isl-picture" aria-busy={isAwaited || (!isCurrent && !failed)} onClick={onClick} {...(label === undefined ? {} : { role: 'group', 'aria-label': label, tabIndex: 0 })}>
      <div hidden={onView.svg !== null || failed}>{children}</div>
      {onView.svg !== null && !failed && <div class="isl-drawn" dangerouslySetInnerHTML={{ __html: onView.svg }} />}
      {failed && <p>{text(words, 'island.picture.failed')}</p>}
    </div>
  );
}

function pictureOf(trace: Trace, lang: Lang, title: string): Promise<string> {
  const words = wordsIn(lang);
  const description = summary(trace).map((one) => say(one, words)).join(' ');
  return draw(sequenceOf(trace, diagramWords(words)), { title, description });
}
