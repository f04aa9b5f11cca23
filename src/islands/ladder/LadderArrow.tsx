import type { Span } from '../../diagram/ladder/label.ts';
import { LINE_HEIGHT, type Written } from '../../diagram/ladder/arrow.ts';
import type { Arrow } from '../../diagram/ladder/ladder.ts';
import { lengthOf, pointAt, wayFrom, wayTo, type Point } from '../../diagram/ladder/way.ts';
import { memo } from '../memo.ts';
import { at, path, round } from './path.ts';

interface Props {
  readonly arrow: Arrow;
  /** How far down it has come, px; null where its way is at its end. */
  readonly upTo: number | null;
  /** Whether the wire holds it now. */
  readonly isHeld: boolean;
  readonly isSelected: boolean;
  /** The part that is drawn, px: what draws a page works out every dash of a line, also of one that reaches over many screens. */
  readonly from: number;
  readonly to: number;
}

/** The way of a segment as far as it has come, and its body there. */
export const LadderArrow = memo(({ arrow, upTo, isHeld, isSelected, from, to }: Props) => {
  const { way, journey } = arrow;
  const { flight, lost } = journey;
  const done = upTo === null ? way : wayTo(way, upTo);
  const [first] = way;
  const end = done.at(-1);
  if (first === undefined || end === undefined) return null;
  const isLost = upTo === null && lost !== null;
  const body = upTo === null ? null : pointAt(way, upTo);
  const part = (points: readonly Point[]) => ({ d: path(wayTo(wayFrom(points, from), to)), 'stroke-dashoffset': (points[0]?.y ?? from) < from ? round(lengthOf(wayTo(points, from))) : undefined });
  return (
    <g class={classOf(arrow, isLost)} data-flight={flight.id}>
      <path class="isl-ladder-field" {...part(way)} />
      {isSelected && <path class="isl-ladder-halo" {...part(done.length > 1 ? done : [end, end])} />}
      <path class="isl-ladder-line" {...part(done)} />
      {flight.origin === 'copy' && <circle class="isl-ladder-origin" cx={first.x} cy={first.y} r={3.5} />}
      {flight.origin === 'injected' && <path class="isl-ladder-origin" d={`M${at(first, -5)}L${at(first, 0, -5)}L${at(first, 5)}L${at(first, 0, 5)}Z`} />}
      {isLost && <path class="isl-ladder-cross" d={`M${at(end, -5, -5)}L${at(end, 5, 5)}M${at(end, -5, 5)}L${at(end, 5, -5)}`} />}
      {upTo === null && !isLost && <path class="isl-ladder-tip" d={tip(done)} />}
      {body !== null && (
        <g class="isl-ladder-body" transform={`translate(${at(body)})`}>
          <circle r={isSelected ? 9.5 : 7} />
          {isHeld && <path d="M-2.2 -3.2V3.2M2.2 -3.2V3.2" />}
        </g>
      )}
    </g>
  );
});

function classOf({ journey: { flight } }: Arrow, isLost: boolean): string {
  const kinds = [flight.transmission > 1 && flight.origin === 'sent' ? 'again' : '', flight.origin, flight.segment.ecn === 'CE' ? 'congested' : '', isLost ? 'lost' : ''];
  return `isl-ladder-arrow isl-ladder-${flight.from.toLowerCase()}${kinds.map((kind) => (kind === '' ? '' : ` isl-ladder-is-${kind}`)).join('')}`;
}

interface LabelProps {
  readonly written: Written;
  readonly host: string;
  /** How many moments have happened, as far as it matters to what is written. */
  readonly known: number;
  readonly isSelected: boolean;
}

/** What is written at a segment's way. */
export const LadderLabel = memo(({ written, host, known, isSelected }: LabelProps) => {
  const { box, above, below, anchor, indent } = written;
  const overs = above.map((line, index) => ({ line, y: indent !== null ? 4 + index * LINE_HEIGHT : (index + 1 - above.length) * LINE_HEIGHT - 5 }));
  const unders = below.map((line, index) => ({ line, y: indent !== null ? 4 + (above.length + index) * LINE_HEIGHT : 13 + index * LINE_HEIGHT }));
  return (
    <g class={`isl-ladder-label isl-ladder-${host.toLowerCase()}`} data-selected={isSelected} text-anchor={anchor} transform={`translate(${at(box)})${box.angle === 0 ? '' : ` rotate(${round(box.angle)})`}`}>
      {[...overs, ...unders].map(({ line, y }, row) => (
        <text key={y} x={round((indent ?? 0) * row)} y={y}>
          {joined(line).map((span, index) => (
            <tspan key={index} class={`isl-ladder-${span.role}`} visibility={isTrue(span, known) ? undefined : 'hidden'}>
              {span.text}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  );
});

/** The line with what looks alike in one piece: each is laid out and painted by itself. */
function joined(line: readonly Span[]): readonly Span[] {
  const pieces: Span[] = [];
  for (const span of line) {
    const last = pieces.at(-1);
    if (last?.role === span.role && last.since === span.since) pieces[pieces.length - 1] = { ...last, text: last.text + span.text };
    else pieces.push(span);
  }
  return pieces;
}

function isTrue({ since }: Span, known: number): boolean {
  return since < known;
}

/** The head of an arrow that ends here, in the direction in which it comes. */
function tip(way: readonly Point[]): string {
  const end = way.at(-1);
  const before = way.findLast((point) => end !== undefined && (point.x !== end.x || point.y !== end.y));
  if (end === undefined || before === undefined) return '';
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const corner = (turn: number): Point => ({ x: end.x - 10 * Math.cos(angle + turn), y: end.y - 10 * Math.sin(angle + turn) });
  return `M${at(end)}L${at(corner(0.42))}L${at(corner(-0.42))}Z`;
}
