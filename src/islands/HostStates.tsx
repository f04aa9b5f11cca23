import type { Words } from '../narration/sentence.ts';
import type { Trace } from '../simulation/trace.ts';
import { hostsAfter } from './at-moment.ts';
import { hostLabel } from './text.ts';

interface Props {
  readonly trace: Trace;
  /** How many moments are shown. */
  readonly shown: number;
  readonly words: Words;
}

/** The state that each host is in now, and the one that it has just left. */
export function HostStates({ trace, shown, words }: Props) {
  return (
    <dl class="isl-hosts">
      {hostsAfter(trace, shown).map(({ host, state, left }) => (
        <div key={host} class="isl-host" data-host={host} data-changed={left !== null}>
          <dt>{hostLabel(words, trace.scenario.hosts[host].name)}</dt>
          <dd>
            <span class="isl-left">{left !== null && `${left} →`}</span>
            <strong>{state}</strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}
