import { lengthOf, pointAt, wayFrom, wayTo } from '../../diagram/ladder/way.ts';
import type { Arrow } from '../../diagram/ladder/ladder.ts';
import { HOST_IDS } from '../../simulation/scenario.ts';
import { path } from './path.ts';

interface Props {
  /** The segments, how far down each of them has come, px, null where its way is at its end, and whether the wire holds it. */
  readonly arrows: readonly { readonly arrow: Arrow; readonly upTo: number | null; readonly isHeld: boolean }[];
  /** The part that is drawn, px. */
  readonly from: number;
  readonly to: number;
}

/** The dots of a dotted line begin every so many px. */
const DOTS = 5;

/** The ways that segments still have before them, those of a host in one: with a full window there are hundreds. */
export function LadderAhead({ arrows, from, to }: Props) {
  const ways = arrows.flatMap(({ arrow: { journey, way, rest }, upTo, isHeld }) =>
    upTo === null || isHeld ? [] : [{ host: journey.flight.from, ahead: [...wayFrom(way, upTo), ...(rest === null ? [] : [rest])] }],
  );
  return (
    <>
      {HOST_IDS.map((host) => {
        const own = ways.filter((one) => one.host === host && one.ahead.length > 1);
        const d = own.map(({ ahead }) => path(wayTo(wayFrom(ahead, dotBefore(ahead, from)), to))).join('');
        return d !== '' && <path key={host} class={`isl-ladder-ahead isl-ladder-${host.toLowerCase()}`} d={d} />;
      })}
    </>
  );
}

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
