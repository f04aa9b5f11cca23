import type { Arrow } from '../../diagram/ladder/ladder.ts';
import { dashBefore, pointAt, wayFrom, wayTo, type Point } from '../../diagram/ladder/way.ts';
import { at, path } from './path.ts';

/** A segment on the ladder at a moment. */
export interface Drawn {
  readonly arrow: Arrow;
  /** How far down it has come, px; null where its way is at its end. */
  readonly upTo: number | null;
  /** Whether the wire holds it now. */
  readonly isHeld: boolean;
}

/** Segments that look alike, as one drawing: an SVG path for each of its parts, empty where there is none. With a full window there are hundreds of them. */
export interface Bundle {
  /** Their classes. */
  readonly look: string;
  /** The ways that they still have before them. */
  ahead: string;
  /** The ways that they have come. */
  line: string;
  /** Where something else than a host put them onto the wire. */
  origins: string;
  /** Where they were lost. */
  crosses: string;
  /** The heads of those that arrived. */
  tips: string;
  /** Those that are under way. */
  bodies: string;
  /** What marks the ones among them that are held. */
  pauses: string;
}

/** How long the dashes of a line are until they begin again, px, as the style sheet has them; of two, the first counts. */
const DASHES = { congested: 20, injected: 5, copy: 7, again: 13 } as const;

/** What is the same about a segment at every moment. */
interface Lasting {
  /** Its classes, as long as it is not lost. */
  readonly look: string;
  /** How long its dashes are until they begin again, px; null where it has none. */
  readonly period: number | null;
  readonly origin: string;
  /** Its whole way, and its head at the end of that. */
  readonly line: string;
  readonly tip: string;
}

const lasting = new WeakMap<Arrow, Lasting>();

function lastingOf(arrow: Arrow): Lasting {
  const known = lasting.get(arrow);
  if (known !== undefined) return known;
  const { way, journey: { flight } } = arrow;
  const kinds = kindsOf(arrow);
  const [first] = way;
  const [kind] = kinds;
  const made: Lasting = {
    look: ['isl-ladder-arrow', `isl-ladder-${flight.from.toLowerCase()}`, ...kinds.map((one) => `isl-ladder-is-${one}`)].join(' '),
    period: kind === undefined ? null : DASHES[kind],
    origin: first === undefined ? '' : originAt(first, flight.origin),
    line: path(way),
    tip: tip(way),
  };
  lasting.set(arrow, made);
  return made;
}

/** Segments as bundles of those that look alike, drawn from one height to another, px: what draws a page works out every dash of a line, also of one that reaches over many screens. Bodies have this radius, px. */
export function bundlesOf(segments: readonly Drawn[], from: number, to: number, radius: number): readonly Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const { arrow, upTo, isHeld } of segments) {
    const { way, rest, journey } = arrow;
    const { look: alive, period, origin, line, tip: head } = lastingOf(arrow);
    const isLost = upTo === null && journey.lost !== null;
    const look = isLost ? `${alive} isl-ladder-is-lost` : alive;
    const bundle = bundles.get(look) ?? { look, ahead: '', line: '', origins: '', crosses: '', tips: '', bodies: '', pauses: '' };
    bundles.set(look, bundle);
    const [first, end] = [way[0], way.at(-1)];
    if (first === undefined || end === undefined) continue;
    bundle.origins += origin;
    if (upTo === null && first.y >= from && end.y <= to) bundle.line += line;
    else bundle.line += path(wayTo(wayFrom(way, period === null ? from : dashBefore(way, from, period)), Math.min(to, upTo ?? to)));
    if (isLost) bundle.crosses += `M${at(end, -5, -5)}L${at(end, 5, 5)}M${at(end, -5, 5)}L${at(end, 5, -5)}`;
    else if (upTo === null) bundle.tips += head;
    if (upTo === null) continue;
    const body = pointAt(way, upTo);
    bundle.bodies += circle(body, radius);
    if (isHeld) bundle.pauses += `M${at(body, -2.2, -3.2)}v6.4M${at(body, 2.2, -3.2)}v6.4`;
    else bundle.ahead += path(wayTo(wayFrom(rest === null ? way : [...way, rest], Math.max(from, upTo)), to));
  }
  return [...bundles.values()];
}

/** What is remarkable about a segment, as far as it changes its dashes; what counts most comes first. */
function kindsOf({ journey: { flight } }: Arrow): readonly (keyof typeof DASHES)[] {
  const isAgain = flight.transmission > 1 && flight.origin === 'sent';
  return [...(flight.segment.ecn === 'CE' ? (['congested'] as const) : []), ...(flight.origin === 'sent' ? [] : [flight.origin]), ...(isAgain ? (['again'] as const) : [])];
}

/** The mark where a segment came onto the wire that no host sent. */
function originAt(point: Point, origin: Arrow['journey']['flight']['origin']): string {
  if (origin === 'copy') return circle(point, 3.5);
  return origin === 'injected' ? `M${at(point, -5)}L${at(point, 0, -5)}L${at(point, 5)}L${at(point, 0, 5)}Z` : '';
}

function circle(middle: Point, radius: number): string {
  const across = String(2 * radius);
  const arc = `a${String(radius)} ${String(radius)} 0 1 0 `;
  return `M${at(middle, -radius)}${arc}${across} 0${arc}-${across} 0Z`;
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
