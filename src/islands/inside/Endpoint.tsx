import type { Group } from '../../inspection/row.ts';
import type { Variable } from '../../inspection/variables.ts';
import type { Words } from '../../narration/sentence.ts';
import type { HostId } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import { text } from '../text.ts';
import { Fold } from './Fold.tsx';
import { Received } from './Received.tsx';
import { Sent } from './Sent.tsx';
import { TimerBars } from './TimerBars.tsx';
import { VariableRow } from './VariableRow.tsx';

/** What every part of an endpoint's picture is told. */
export interface EndpointProps {
  readonly trace: Trace;
  readonly shown: number;
  readonly words: Words;
  readonly connection: number;
  readonly host: HostId;
}

interface Props extends EndpointProps {
  /** The host's name as the reader knows it. */
  readonly label: string;
  readonly rows: readonly Variable[];
}

const GROUPS: readonly Exclude<Group, 'state'>[] = ['send', 'receive', 'time', 'congestion'];

/** One end of a connection: its state, its variables, its timers, and what lies in its queue and its buffer. */
export function Endpoint({ label, rows, ...endpoint }: Props) {
  const { words, host } = endpoint;
  const state = rows[0]?.value ?? 'CLOSED';
  const isOpen = rows.length > 1;
  return (
    <section class="isl-inside-host" data-host={host} aria-label={label}>
      <p class="isl-inside-name">{label}</p>
      <ul class="isl-variables isl-variables-state">
        {rows.slice(0, 1).map((row) => (
          <VariableRow key={row.id} row={row} words={words} sentence={`lab.inside.state.${state}`} />
        ))}
      </ul>
      {!isOpen && <p class="isl-inside-empty">{text(words, state === 'LISTEN' ? 'lab.inside.listening' : 'lab.inside.closed')}</p>}
      {isOpen && <TimerBars {...endpoint} />}
      {GROUPS.map((group) => {
        const own = rows.filter((row) => row.group === group);
        if (own.length === 0) return null;
        return (
          <Fold key={group} title={text(words, `lab.inside.group.${group}`)}>
            <ul class="isl-variables">
              {own.map((row) => (
                <VariableRow key={row.id} row={row} words={words} sentence={`lab.inside.var.${row.id}`} />
              ))}
            </ul>
            {group === 'send' && <Sent {...endpoint} />}
            {group === 'receive' && <Received {...endpoint} />}
          </Fold>
        );
      })}
    </section>
  );
}
