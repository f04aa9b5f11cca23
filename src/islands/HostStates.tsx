import type { Words } from '../narration/sentence.ts';
import type { Trace } from '../simulation/trace.ts';
import { endpointsAfter } from './at-moment.ts';
import { hostLabel, text } from './text.ts';

interface Props {
  readonly trace: Trace;
  readonly shown: number;
  /** Whether the reader steps, and wants to see what has just been left. */
  readonly isStepping: boolean;
  readonly words: Words;
}

/** The state that each host is in now, on each connection, and below the arrow of the diagram the one that it has just left. */
export function HostStates({ trace, shown, isStepping, words }: Props) {
  return (
    <dl class="isl-hosts">
      {endpointsAfter(trace, shown).map(({ host, port, state, left }) => (
        <div key={`${host}${String(port)}`} class="isl-host" data-host={host}>
          <dt>
            {hostLabel(words, trace.scenario.hosts[host].name)}
            {port !== null && ` · ${text(words, 'island.connection', { port })}`}
          </dt>
          <dd>
            <span class="isl-left">{left !== null && isStepping && `${left} ↓`}</span>
            <strong>{state}</strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}
