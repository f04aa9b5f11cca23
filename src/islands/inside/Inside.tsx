import { useState } from 'preact/hooks';
import { variables } from '../../inspection/variables.ts';
import type { Words } from '../../narration/sentence.ts';
import { HOST_IDS, type HostId } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import { hostLabel, text } from '../text.ts';
import { Choice } from '../Choice.tsx';
import { Endpoint } from './Endpoint.tsx';
import './inside.css';

interface Props {
  readonly trace: Trace;
  /** How many moments have happened. */
  readonly shown: number;
  readonly words: Words;
  /** Whose endpoints, by its place in `trace.connections`. */
  readonly connection: number;
  readonly onConnection: (connection: number) => void;
}

/** What both hosts know of a connection, side by side; where there is no room for two, one of them with a switch. */
export function Inside({ trace, shown, words, connection, onConnection }: Props) {
  const [narrow, setNarrow] = useState<HostId>('A');
  const inside = HOST_IDS.map((host) => ({ host, rows: variables(trace, host, shown, connection) }));
  const labelOf = (host: HostId) => hostLabel(words, trace.scenario.hosts[host].name);
  const hosts = inside.map(({ host, rows }) => {
    const changes = rows.filter(({ changed }) => changed).length;
    return { value: host, label: labelOf(host), note: changes === 0 ? null : text(words, 'lab.inside.changes', { n: changes }) };
  });
  return (
    <div class="isl-inside">
      {trace.connections.length > 1 && (
        <Choice
          label={text(words, 'lab.inside.connections')}
          options={trace.connections.map(({ name }, place) => ({ value: place, label: text(words, 'island.connection', { port: name }), note: null }))}
          chosen={connection}
          onChoose={onConnection}
        />
      )}
      <div class="isl-inside-switch">
        <Choice label={text(words, 'lab.inside.hosts')} options={hosts} chosen={narrow} onChoose={setNarrow} />
      </div>
      <div class="isl-inside-hosts" data-narrow={narrow}>
        {inside.map(({ host, rows }) => (
          <Endpoint key={host} trace={trace} shown={shown} words={words} connection={connection} host={host} label={labelOf(host)} rows={rows} />
        ))}
      </div>
    </div>
  );
}
