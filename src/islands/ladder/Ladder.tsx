import { knownFate } from '../../diagram/journey.ts';
import { useContext, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Written } from '../../diagram/ladder/arrow.ts';
import { hitAt, type Hit } from '../../diagram/ladder/hit.ts';
import type { Arrow, Ladder as Drawing } from '../../diagram/ladder/ladder.ts';
import { sayClock } from '../../diagram/ladder/clock.ts';
import type { Words } from '../../narration/sentence.ts';
import { HOST_IDS } from '../../simulation/scenario.ts';
import type { Point } from '../../diagram/ladder/way.ts';
import type { Trace } from '../../simulation/trace.ts';
import { diagramWords } from '../diagram-words.ts';
import { Notes } from '../segment/notes.ts';
import { text } from '../text.ts';
import { useGlide } from './glide.ts';
import { scrollFor } from './keep-in-view.ts';
import { bundlesOf, type Drawn } from './bundle.ts';
import { LadderAxis } from './LadderAxis.tsx';
import { LadderBundle } from './LadderBundle.tsx';
import { LadderEvent, StateChip } from './LadderEvent.tsx';
import { LadderLabel } from './LadderLabel.tsx';
import { LadderLives } from './LadderLives.tsx';
import { layoutOf } from './layout.ts';
import { useViewport } from './viewport.ts';
import './ladder.css';

interface Props {
  readonly trace: Trace;
  /** How many moments have happened. */
  readonly shown: number;
  readonly words: Words;
  /** The id of the flight that the reader has chosen. */
  readonly selected: number | null;
  readonly onSelect: (flight: number | null) => void;
  /** Called with how many moments shall have happened. */
  readonly onGo: (shown: number) => void;
  /** Drawn for a phone, however wide the place is. */
  readonly narrow?: boolean;
  /** Drawn from beginning to end, also what is out of view: to be taken along. */
  readonly whole?: boolean;
  /** What the run is called where it stands beside another. */
  readonly name?: string;
  /** What the drawing is to who does not see it, where it is not one of the Lab's. */
  readonly label?: string;
}

const PHONE = 328;
const COLUMN = 640;
/** How large a segment is that is under way, and one that the reader has chosen: radius, px. */
const BODY = 7;
const CHOSEN_BODY = 9.5;

/** The run as a ladder: down is time, true to scale, and each segment goes its slanted way from host to host. Shows what has happened so far. */
export function Ladder({ trace, shown, words, selected, onSelect, onGo, narrow = false, whole = false, name, label }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const { marked } = useContext(Notes);
  const [under, setUnder] = useState<Hit | null>(null);
  const { width, height: tall, scrolled, drawn, isRushing, goes } = useViewport(box, narrow ? PHONE : COLUMN);
  const say = useMemo(() => diagramWords(words), [words]);
  const ladder = useMemo(() => layoutOf(trace, narrow ? Math.min(width, PHONE) : width, say), [trace, say, width, narrow]);
  const { sheet, height, nows } = ladder;
  const target = nows[shown] ?? ladder.bottom;
  const now = useGlide(target, ladder);

  const of = useRef(ladder);
  // Where it is about to be scrolled is drawn at once, and not only when it is there.
  const led = useMemo(() => {
    const scale = Math.min(1, width / sheet.width);
    const top = scrollFor(target * scale, height * scale, tall, scrolled.current);
    const isGliding = goes(top, of.current !== ladder);
    of.current = ladder;
    return top === null ? null : { top, isGliding };
  }, [target, ladder, tall === 0]);
  useLayoutEffect(() => {
    if (led === null) return;
    box.current?.scrollTo({ top: led.top, behavior: led.isGliding ? 'smooth' : 'instant' });
    if (!led.isGliding) scrolled.current = led.top;
  }, [led]);
  // Laid out now, while the next frame is waited for, and not first thing in it.
  useLayoutEffect(() => {
    box.current?.getBoundingClientRect();
  }, [ladder, shown]);

  const { from, to } = whole ? { from: 0, to: height } : drawn.current;
  const isInView = (top: number, bottom: number) => bottom >= from && top <= to;

  const hit = ({ clientX, clientY }: MouseEvent) => {
    const place = svg.current?.getBoundingClientRect();
    if (place === undefined || place.width === 0) return null;
    const scale = sheet.width / place.width;
    return hitAt(ladder, shown, { x: (clientX - place.left) * scale, y: (clientY - place.top) * scale });
  };
  const onClick = (event: MouseEvent) => {
    const there = hit(event);
    if (there === null) return;
    if ('shown' in there) onGo(there.shown);
    else onSelect(there.flight === selected ? null : there.flight);
  };
  const point = (there: Hit | null) => setUnder((last) => (JSON.stringify(last) === JSON.stringify(there) ? last : there));

  const arrows = ladder.arrows
    .filter(({ since, way }) => since < shown && isInView((way[0]?.y ?? 0) - 30, (way.at(-1)?.y ?? 0) + 60))
    .map((arrow) => ({ arrow, upTo: upTo(arrow, shown, now), isHeld: knownFate(arrow.journey, shown) === 'held' }));
  const special = [...new Set([selected, under !== null && 'flight' in under ? under.flight : null])];
  const stands = ({ arrow }: Drawn) => special.includes(arrow.journey.flight.id);
  // What rushes by is not written: a browser works longer on a text than on anything else here.
  const isLabelInView = ({ box: { y } }: Written) => !isRushing.current && isInView(y - 60, y + 60);
  const events = ladder.events.filter(({ moment, y, height: high }) => moment < shown && isInView(y, y + high));
  return (
    // What scrolls must be reachable by keyboard. The click is a second way for pointers: the list of segments has a button for each, the controls go to any moment.
    // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events, jsx-a11y-x/no-noninteractive-element-interactions, jsx-a11y-x/no-noninteractive-tabindex
    <div ref={box} class="isl-ladder" data-narrow={narrow} role="group" aria-label={label ?? (name === undefined ? text(words, 'lab.ladder.label', { view: text(words, 'lab.view.segments') }) : text(words, 'lab.ladder.pair', { name }))} tabIndex={0} data-under={under !== null} onClick={onClick} onPointerMove={(event) => point(event.pointerType === 'mouse' ? hit(event) : null)} onPointerLeave={() => point(null)}>
      <svg ref={svg} class="isl-ladder-svg" xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${String(sheet.width)} ${String(height)}`} width={sheet.width} height={height} aria-hidden="true" focusable="false">
        <LadderLives ladder={ladder} shown={shown} now={now} from={from} to={to} />
        <LadderAxis ladder={ladder} shown={shown} from={from} to={to} />
        {HOST_IDS.map((host) => (
          <g key={host} class={`isl-ladder-${host.toLowerCase()}`}>
            <text class="isl-ladder-name" x={sheet.isNarrow ? (host === 'A' ? 8 : sheet.width - 8) : sheet.life[host]} y={20} text-anchor={sheet.isNarrow ? (host === 'A' ? 'start' : 'end') : 'middle'}>
              {ladder.names[host]}
            </text>
          </g>
        ))}
        <path class="isl-ladder-present" d={`M${String(sheet.clock + 4)} ${String(now)}h6M${String(sheet.life.A)} ${String(now)}H${String(sheet.life.B)}`} />
        {bundlesOf(arrows.filter((one) => !stands(one)), from, to, BODY).map((bundle) => (
          <LadderBundle key={bundle.look} bundle={bundle} />
        ))}
        {arrows.filter(stands).map((one) => {
          const { id } = one.arrow.journey.flight;
          return bundlesOf([one], from, to, id === selected ? CHOSEN_BODY : BODY).map((bundle) => <LadderBundle key={id} bundle={bundle} flight={id} isChosen={id === selected} />);
        })}
        {events.map((event) => (
          <LadderEvent key={event.moment} event={event} isLeft={(event.host === 'A') !== sheet.isNarrow} isNow={event.moment === shown - 1} isUnder={under !== null && 'shown' in under && under.shown === event.moment + 1} />
        ))}
        {HOST_IDS.map((host) => {
          const state = ladder.begins[host];
          const isLeft = (host === 'A') !== sheet.isNarrow;
          return state !== null && <StateChip key={host} host={host} state={state} x={sheet.life[host] + (isLeft ? -1 : 1) * (sheet.isNarrow ? 9 : 15)} y={30} isLeft={isLeft} />;
        })}
        {arrows.flatMap(({ arrow: { journey: { flight, held, lost }, label, tag, until } }) => {
          const known = held !== null || lost !== null ? shown : Infinity;
          const isSelected = flight.id === selected;
          return [
            isLabelInView(label) && <LadderLabel key={String(flight.id)} flight={flight.id} written={label} host={flight.from} known={known} isSelected={isSelected} />,
            tag !== null && until !== null && until < shown && isLabelInView(tag) && <LadderLabel key={`${String(flight.id)}-`} flight={flight.id} written={tag} host={flight.from} known={known} isSelected={isSelected} />,
          ];
        })}
        {marked.size > 0 && arrows.map(({ arrow: { journey: { flight }, way } }) => marked.has(flight.id) && way[0] !== undefined && <LadderMark key={flight.id} x={way[0].x} y={way[0].y} />)}
        <Present ladder={ladder} now={now} label={sayClock(trace.moments[shown - 1]?.at ?? 0, say)} />
      </svg>
    </div>
  );
}

/** How far down a segment has come; null where it is at its end. */
function upTo({ until, way }: Arrow, shown: number, now: number): number | null {
  const end = way.at(-1)?.y ?? 0;
  if (until !== null && until < shown && end <= now + 0.05) return null;
  return Math.min(now, end);
}

/** That there is a remark on the segment that leaves here. */
function LadderMark({ x, y }: Point) {
  return (
    <g class="isl-ladder-remark" transform={`translate(${String(x)} ${String(y)})`}>
      <path d="M0-8.5 8.5 0 0 8.5-8.5 0z" />
      <path d="M0-4.5V1M0 4h.01" />
    </g>
  );
}

/** What time it is, at the line of the present. */
function Present({ ladder: { sheet }, now, label }: { readonly ladder: Drawing; readonly now: number; readonly label: string }) {
  return (
    <g class="isl-ladder-now" transform={`translate(0 ${String(Math.round(now * 10) / 10)})`}>
      <rect x={0} y={-9} width={sheet.clock + 2} height={18} rx={4} />
      <text x={sheet.clock / 2 + 1} y={3.8} text-anchor="middle">
        {label}
      </text>
    </g>
  );
}
