import type { Words } from '../narration/sentence.ts';
import { endpointsAfter } from './at-moment.ts';
import { shownCount, type Session } from './session.ts';
import { hostLabel, text } from './text.ts';

interface Props {
  readonly session: Session;
  readonly words: Words;
}

/** The state that each host is in now, on each connection, and below the arrow of the diagram the one that it has just left. */
export function HostStates({ session, words }: Props) {
  const { trace } = session;
  return (
    <dl class="isl-hosts">
      {endpointsAfter(trace, shownCount(session)).map(({ host, port, state, left }) => (
        <div key={`${host}${String(port)}`} class="isl-host" data-host={host}>
          <dt>
            {hostLabel(words, trace.scenario.hosts[host].name)}
            {port !== null && ` · ${text(words, 'island.connection', { port })}`}
          </dt>
          <dd>
            <span class="isl-left">{left !== null && session.shown !== 'all' && `${left} ↓`}</span>
            <strong>{state}</strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}
