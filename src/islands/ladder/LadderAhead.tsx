import { lengthOf, pointAt, wayFrom, wayTo } from '../../diagram/ladder/way.ts';
import type { Arrow } from '../../diagram/ladder/ladder.ts';
import { HOST_IDS } from '../../simulation/scenario.ts';
import { memo } from '../memo.ts';
import { path } from './path.ts';

interface Props {
  /** The segments that are under way, and how far down each of them is, px. */
  readonly underWay: readonly { readonly arrow: Arrow; readonly upTo: number }[];
  /** The part that is drawn, px. */
  readonly from: number;
  readonly to: number;
}

/** The dots of a dotted line begin every so many px. */
const DOTS = 5;

/** The ways that segments still have before them, those of a host in one: with a full window there are hundreds. */
export const LadderAhead = memo(({ underWay, from, to }: Props) => (
  <>
    {HOST_IDS.map((host) => {
      const ways = underWay.filter(({ arrow }) => arrow.journey.flight.from === host).map(({ arrow: { way, rest }, upTo }) => [...wayFrom(way, upTo), ...(rest === null ? [] : [rest])]);
      const d = ways.filter((way) => way.length > 1).map((way) => path(wayTo(wayFrom(way, dotBefore(way, from)), to))).join('');
      return d !== '' && <path key={host} class={`isl-ladder-ahead isl-ladder-${host.toLowerCase()}`} d={d} />;
    })}
  </>
));

/** How far down the last dot of a way is that stands above this height, so that the dots stay where they are however much of them is drawn. */
function dotBefore(way: Parameters<typeof wayTo>[0], y: number): number {
  const [first] = way;
  if (first === undefined || first.y >= y) return y;
  const above = wayTo(way, y);
  const over = lengthOf(above) % DOTS;
  const before = above.at(-2) ?? first;
  const end = pointAt(way, y);
  const length = Math.hypot(end.x - before.x, end.y - before.y);
  return length < over ? y : y - ((end.y - before.y) * over) / length;
}
