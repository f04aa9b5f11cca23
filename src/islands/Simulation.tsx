import type { ComponentChildren } from 'preact';
import { useId, useMemo, useRef } from 'preact/hooks';
import type { Words } from '../narration/sentence.ts';
import { unpacked } from '../simulation/packed.ts';
import { announcement } from './announcement.ts';
import { newestFlight } from './at-moment.ts';
import { Changes } from './Changes.tsx';
import { Controls } from './Controls.tsx';
import { DRAWING } from './draw.ts';
import { flightInFocus } from './flight-in-focus.ts';
import { HostStates } from './HostStates.tsx';
import { toggled, type Deed } from './deed.ts';
import { KeyList } from './KeyList.tsx';
import { deedOfKey } from './keys.ts';
import { PRINTER } from './line-printer.ts';
import type { Lang } from './messages.ts';
import { OpenInLab } from './OpenInLab.tsx';
import { Picture } from './Picture.tsx';
import { Segments } from './Segments.tsx';
import { useSteady } from './steady.ts';
import { changesIn, entered, isChanged, shownCount, traceOf } from './stepping.ts';
import { Story } from './Story.tsx';
import { text } from './text.ts';
import { useBuiltRun } from './use-built-run.ts';
import { useWords } from './use-words.ts';
import './island.css';
import './simulation.css';

interface Props {
  /** The run as the build has made it, packed: the engine weighs more than any run. */
  readonly run: string;
  /** What tells that run, beyond what every island says. */
  readonly told: Words;
  readonly lang: Lang;
  readonly title: string;
  /** The address of the Lab in the page's language. */
  readonly lab: string;
  /** The diagram of the whole run, drawn at build time. */
  readonly children?: ComponentChildren;
}

/** What keys do in it. */
const KEYS = ['step', 'back', 'start', 'end', 'lose', 'reset'] as const;

/** A run that the reader steps through, and whose segments the reader can lose. */
export default function Simulation({ run, told, lang, title, lab, children }: Props) {
  const speech = useWords(lang, 'diagram', 'rest');
  const { isWhole, makeWhole } = speech;
  const words = useMemo(() => (isWhole ? speech.words : { ...speech.words, ...told }), [speech.words, isWhole, told]);
  const id = useId();
  const lower = useRef<HTMLDivElement>(null);
  const changesTitle = useRef<HTMLParagraphElement>(null);
  const isBelow = useRef(false);
  const hasBegun = useRef(false);
  const steady = useSteady(lower);
  const begun = useMemo(() => entered(unpacked(run)), [run]);
  const { session, isWaiting, hasFailed, act: doDeed } = useBuiltRun(begun, () => {
    for (const part of [makeWhole, DRAWING.fetch, PRINTER.fetch]) part().catch(() => undefined);
  });
  const trace = traceOf(session);
  const shown = shownCount(session);
  const isStepping = session.place.shown !== 'all';
  const now = { trace, shown, isStepping };
  const changes = changesIn(session);
  const hasChanges = changes.added.length + changes.removed.length > 0;

  const act = (deed: Deed, below: boolean) =>
    doDeed(deed, () => {
      isBelow.current = below;
      hasBegun.current = true;
      if (below) steady.mark();
    });
  const doHere = (deed: Deed) => {
    act(deed, false);
  };
  const doBelow = (deed: Deed) => {
    act(deed, true);
  };
  const takeBack = (deed: Deed) => {
    // The button that was pressed goes away with its line; focus stays where the lines are.
    changesTitle.current?.focus({ preventScroll: true });
    doBelow(deed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const pressed = deedOfKey(event);
    const deed = KEYS.find((one) => one === pressed);
    if (deed === undefined) return;
    event.preventDefault();
    const doIt = lower.current?.contains(document.activeElement) === true ? doBelow : doHere;
    if (deed === 'lose') {
      const meant = flightInFocus(event.target, trace) ?? newestFlight(trace, shown);
      if (meant !== undefined) doIt(toggled(meant));
    } else {
      doIt({ type: deed });
    }
  };

  return (
    // The keys are a shortcut for the buttons inside, and work only while one of them has the focus.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions
    <section class="isl-island isl-simulation not-content" aria-labelledby={`${id}-title`} onKeyDown={onKeyDown}>
      <p class="isl-title" role="heading" aria-level={2} id={`${id}-title`}>
        {title}
      </p>
      <p class="isl-how">{text(words, 'island.how')}</p>
      <Picture author={session.author} {...now} isAwaited={isWaiting} speech={{ words, makeWhole }} lang={lang} title={title} beforeSwap={() => isBelow.current && steady.mark()} afterSwap={steady.settle} onFlight={(flight) => doHere(toggled(flight))}>
        {children}
      </Picture>
      {hasFailed && <p class="isl-how" role="alert">{text(words, 'island.change.failed')}</p>}
      <div class="isl-bar">
        <HostStates {...now} words={words} />
        <Controls shown={shown} length={trace.moments.length} isStepping={isStepping} changed={isChanged(session)} words={words} onDeed={doHere} />
      </div>
      <p class="isl-heading" role="heading" aria-level={3}>{text(words, isStepping ? 'island.progress' : 'island.whole', { shown, all: trace.moments.length, at: trace.moments[shown - 1]?.at ?? 0 })}</p>
      <div class="isl-story">
        <Story trace={trace} shown={session.place.shown} words={words} />
      </div>
      <div ref={lower}>
        <p class="isl-heading" role="heading" aria-level={3}>{text(words, 'island.segments')}</p>
        <Segments {...now} words={words} onToggle={(flight) => doBelow(toggled(flight))} />
        <p class="isl-heading" role="heading" aria-level={3} ref={changesTitle} tabIndex={-1}>
          {text(words, hasChanges ? 'island.changes' : 'island.unchanged')}
        </p>
        {hasChanges && <Changes changes={changes} scenario={trace.scenario} words={words} onDeed={takeBack} />}
        <OpenInLab lab={lab} session={session} words={words} />
        <KeyList deeds={KEYS} words={words} />
      </div>
      <p class="sr-only" role="status">
        {hasBegun.current && announcement(session, words)}
      </p>
    </section>
  );
}
