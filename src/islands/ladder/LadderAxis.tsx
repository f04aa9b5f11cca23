import { boxOfBreak, type Ladder } from '../../diagram/ladder/ladder.ts';
import { HOST_IDS } from '../../simulation/scenario.ts';
import { memo } from '../memo.ts';

interface Props {
  readonly ladder: Ladder;
  readonly shown: number;
  /** The part that is drawn, px. */
  readonly from: number;
  readonly to: number;
}

/** The times on the left, and the marks where time is drawn shorter than it is. */
export const LadderAxis = memo(({ ladder: { sheet, clocks, breaks }, shown, from, to }: Props) => {
  const isHere = ({ moment, y }: { readonly moment: number; readonly y: number }) => moment < shown && y >= from && y <= to;
  return (
    <g class="isl-ladder-axis">
      {clocks.filter(isHere).map(({ y, text }) => (
        <text key={y} x={sheet.clock} y={y + 3.6} text-anchor="end">
          {text}
        </text>
      ))}
      {breaks.filter(isHere).map((one) => {
        const { x, left, right } = boxOfBreak(one, sheet);
        const y = String(one.y);
        return (
          <g key={one.y} class="isl-ladder-break">
            {HOST_IDS.map((host) => {
              const life = sheet.life[host];
              return (
                <g key={host}>
                  <path class="isl-ladder-cut" d={`M${String(life - 14)} ${String(one.y + 3)}l28 -6`} />
                  <path d={`M${String(life - 14)} ${String(one.y - 1)}l28 -6m-28 14l28 -6`} />
                </g>
              );
            })}
            <path class="isl-ladder-idle" d={`M${String(sheet.life.A + 20)} ${y}H${String(x + left - 4)}M${String(x + right + 4)} ${y}H${String(sheet.life.B - 20)}`} />
            <text x={x} y={one.y + 4} text-anchor="middle">
              {one.text}
            </text>
          </g>
        );
      })}
    </g>
  );
});
