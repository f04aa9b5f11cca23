import type { HostId } from '../../simulation/scenario.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import { FIN, RST, SYN, has } from '../../tcp/flags.ts';
import { journeys, type Journey } from '../journey.ts';
import { SLANT, lower, ticksOf } from './tick.ts';

/** The size of every thumbnail, px. */
export const THUMBNAIL = { width: 88, height: 64 } as const;

const LEFT = 4;
const RIGHT = THUMBNAIL.width - LEFT;
const MIDDLE = THUMBNAIL.width / 2;
const TOP = 6;
const ROOM = THUMBNAIL.height - 2 * TOP;
/** No run is drawn larger than this many times its size, and below this share of it segments are thin and have no heads. */
const LARGEST = 1.15;
const DENSE = 0.42;

/** How a line of a thumbnail looks: the line of a host; of a segment of this host one that opens or closes, one with data, a bare ACK; a reset; the cross of a lost one. */
export type Look = `${'life' | 'control' | 'data' | 'ack'}-${'a' | 'b'}` | 'reset' | 'cross';

/** Everything of one look in a thumbnail, as the data of one SVG path. */
export interface Stroke {
  readonly look: Look;
  readonly d: string;
}

/** A run at a glance: everything that is drawn, in `THUMBNAIL` px. */
export interface Thumbnail {
  readonly strokes: readonly Stroke[];
  /** Whether its segments stand so close that their lines have to be thin. */
  readonly isDense: boolean;
}

/** The thumbnail of a run: both hosts' lines, each segment slanted as it flew, crossed where it was lost, begun halfway where the wire or a stranger made it. No words. */
export function thumbnailOf(trace: Trace): Thumbnail {
  const ticks = ticksOf(trace);
  const drafts = journeys(trace).map((journey) => draft(journey, ticks, trace));
  const lowest = Math.max(SLANT, ...drafts.map(({ to }) => to));
  const scale = Math.min(LARGEST, ROOM / lowest);
  const drawn = new Map<Look, string>(LIVES.map(({ look, d }) => [look, d]));
  const add = (look: Look, d: string) => drawn.set(look, (drawn.get(look) ?? '') + d);
  for (const { flight, from, to, begins, ends } of drafts) {
    const { start, end } = along(flight.from, begins, ends);
    const [y, below] = [TOP + from * scale, TOP + to * scale];
    const isLost = flight.fate === 'lost';
    const head = ends === 1 && scale >= DENSE ? headAt(end, below, Math.sign(end - start), (below - y) / Math.abs(end - start)) : '';
    add(lookOf(flight), `M${n(start)} ${n(y)}L${n(end)} ${n(below)}${head}`);
    if (isLost) add('cross', crossAt(end, below, Math.max(1.6, 3 * Math.min(1, scale))));
  }
  return { strokes: [...drawn].map(([look, d]) => ({ look, d })), isDense: scale < DENSE };
}

const LIVES: readonly Stroke[] = [
  { look: 'life-a', d: `M${LEFT} 1V${THUMBNAIL.height - 1}` },
  { look: 'life-b', d: `M${RIGHT} 1V${THUMBNAIL.height - 1}` },
];

/** Two hosts, and nothing between them. */
export const EMPTY_THUMBNAIL: Thumbnail = { strokes: LIVES, isDense: false };

/** A segment before it is scaled: how far down it leaves and ends, and which part of the way it goes, 0…1. */
interface Draft {
  readonly flight: Flight;
  readonly from: number;
  readonly to: number;
  readonly begins: number;
  readonly ends: number;
}

function draft({ flight, departed, arrived, lost, appeared }: Journey, ticks: readonly number[], trace: Trace): Draft {
  const begin = departed ?? appeared ?? 0;
  const moment = trace.moments[begin];
  const nth = moment?.kind === 'endpoint' ? Math.max(0, moment.sent.indexOf(flight.id)) : 0;
  const from = (ticks[begin] ?? 0) + lower(nth);
  const begins = departed === null ? 0.4 : 0;
  if (arrived !== null) return { flight, from, to: Math.max(from, ticks[arrived] ?? from), begins, ends: 1 };
  const ends = lost === null ? 0.75 : Math.max(0.5, begins + 0.15);
  return { flight, from, to: Math.max(from + SLANT * (ends - begins), lost === null ? from : (ticks[lost] ?? from)), begins, ends };
}

function along(from: HostId, begins: number, ends: number): { readonly start: number; readonly end: number } {
  const [zero, one] = from === 'A' ? [LEFT, RIGHT] : [RIGHT, LEFT];
  const at = (share: number) => (share === 0.5 ? MIDDLE : zero + (one - zero) * share);
  return { start: at(begins), end: at(ends) };
}

function lookOf({ from, segment: { flags, length } }: Flight): Look {
  const side = from === 'A' ? 'a' : 'b';
  if (has(flags, RST)) return 'reset';
  if (has(flags, SYN) || has(flags, FIN)) return `control-${side}`;
  return length > 0 ? `data-${side}` : `ack-${side}`;
}

/** Both barbs of an arrow that ends here, from left to right where `way` is 1, sinking by `slope` px a px. */
function headAt(x: number, y: number, way: number, slope: number): string {
  const [along, across] = [4.5, 2.4];
  const long = Math.hypot(1, slope);
  const back = (side: number) => `${n(x - (way * (along + side * across * slope)) / long)} ${n(y - (along * slope - side * across) / long)}`;
  return `M${back(1)}L${n(x)} ${n(y)}L${back(-1)}`;
}

function crossAt(x: number, y: number, arm: number): string {
  const width = n(2 * arm);
  return `M${n(x - arm)} ${n(y - arm)}l${width} ${width}m0 -${width}l-${width} ${width}`;
}

/** A number of an SVG path, to a tenth. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
