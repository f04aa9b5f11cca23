import { LINE } from '../../diagram/ladder/event.ts';
import type { Event } from '../../diagram/ladder/ladder.ts';
import type { HostId } from '../../simulation/scenario.ts';
import type { State } from '../../tcp/state.ts';
import { ems } from '../../diagram/fold.ts';
import { memo } from '../memo.ts';

interface Props {
  readonly event: Event;
  /** Whether it stands to the left of its corner. */
  readonly isLeft: boolean;
  readonly isNow: boolean;
  /** Whether the pointer is at it. */
  readonly isUnder: boolean;
}

/** What happens at a host, beside its life line: said, and the state that it comes to. */
export const LadderEvent = memo(({ event, isLeft, isNow, isUnder }: Props) => {
  let top = event.y;
  return (
    <g class={`isl-ladder-event isl-ladder-${event.host.toLowerCase()}`} data-moment={event.moment} data-now={isNow} data-under={isUnder}>
      {event.lines.map((line, index) => {
        const y = top;
        top += LINE[line.role];
        if (line.role === 'state') return <StateChip key={index} host={event.host} state={line.text} x={event.x} y={y + 1} isLeft={isLeft} />;
        return (
          <text key={index} class={`isl-ladder-${line.role}`} x={event.x} y={y + 12} text-anchor={isLeft ? 'end' : 'start'}>
            {line.text}
          </text>
        );
      })}
    </g>
  );
});

interface ChipProps {
  readonly host: HostId;
  readonly state: State;
  readonly x: number;
  readonly y: number;
  readonly isLeft: boolean;
}

/** The name of a state in its frame. */
export function StateChip({ host, state, x, y, isLeft }: ChipProps) {
  const width = Math.round(ems(state) * 12 + 14);
  const left = isLeft ? x - width : x;
  return (
    <g class={`isl-ladder-chip isl-ladder-${host.toLowerCase()}`}>
      <rect x={left} y={y} width={width} height={18} rx={4} />
      <text x={left + width / 2} y={y + 13} text-anchor="middle">
        {state}
      </text>
    </g>
  );
}
