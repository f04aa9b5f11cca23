import type { Ladder } from '../../diagram/ladder/ladder.ts';
import { HOST_IDS } from '../../simulation/scenario.ts';
import { memo } from '../memo.ts';
import { lookOf } from './state-look.ts';

interface Props {
  readonly ladder: Ladder;
  readonly shown: number;
  /** Where the present is, px. */
  readonly now: number;
  /** The part that is drawn, px. */
  readonly from: number;
  readonly to: number;
}

/** A line downwards as far as it is in the part that is drawn: what draws a page works out every dash of a line, also of one as long as a thousand screens. */
function Down({ name, x, y1, y2, from, to }: { readonly name: string; readonly x: number; readonly y1: number; readonly y2: number } & Pick<Props, 'from' | 'to'>) {
  const start = Math.max(y1, from);
  const end = Math.min(y2, to);
  return end > start ? <path class={name} d={`M${String(x)} ${String(start)}V${String(end)}`} stroke-dashoffset={start > y1 ? start - y1 : undefined} /> : null;
}

/** Between the bars of two connections, px. */
const BAR = 6;

/** Both life lines, and beside them what state each connection is in for how long. */
export const LadderLives = memo(({ ladder: { sheet, top, bottom, states }, shown, now, from: above, to }: Props) => (
  <g>
    {HOST_IDS.map((host) => {
      const x = sheet.life[host];
      const away = host === 'A' ? -1 : 1;
      const bars = states.filter((one) => one.host === host && one.from < shown && (one.connection + 1) * BAR < 13);
      return (
        <g key={host} class={`isl-ladder-${host.toLowerCase()}`}>
          <Down name="isl-ladder-life" x={x} y1={top} y2={bottom} from={above} to={to} />
          {bars.map(({ connection, state, from, y1, y2 }) => (
            <Down key={`${String(connection)} ${String(from)}`} name={`isl-ladder-bar isl-ladder-is-${lookOf(state)}`} x={x + away * (connection + 0.5) * BAR} y1={y1} y2={Math.min(y2, now)} from={above} to={to} />
          ))}
        </g>
      );
    })}
  </g>
));
