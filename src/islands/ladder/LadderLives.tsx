import type { Ladder } from '../../diagram/ladder/ladder.ts';
import { HOST_IDS } from '../../simulation/scenario.ts';
import { memo } from '../memo.ts';
import { lookOf } from './state-look.ts';

interface Props {
  readonly ladder: Ladder;
  readonly shown: number;
  /** Where the present is, px. */
  readonly now: number;
}

/** Between the bars of two connections, px. */
const BAR = 6;

/** Both life lines, and beside them what state each connection is in for how long. */
export const LadderLives = memo(({ ladder: { sheet, top, bottom, states }, shown, now }: Props) => (
  <g>
    {HOST_IDS.map((host) => {
      const x = sheet.life[host];
      const away = host === 'A' ? -1 : 1;
      const bars = states.filter((one) => one.host === host && one.from < shown && (one.connection + 1) * BAR < 13);
      return (
        <g key={host} class={`isl-ladder-${host.toLowerCase()}`}>
          <path class="isl-ladder-life" d={`M${String(x)} ${String(top)}V${String(bottom)}`} />
          {bars.map(({ connection, state, from, y1, y2 }) => {
            const end = Math.min(y2, now);
            return end > y1 && <path key={`${String(connection)} ${String(from)}`} class={`isl-ladder-bar isl-ladder-is-${lookOf(state)}`} d={`M${String(x + away * (connection + 0.5) * BAR)} ${String(y1)}V${String(end)}`} />;
          })}
        </g>
      );
    })}
  </g>
));
