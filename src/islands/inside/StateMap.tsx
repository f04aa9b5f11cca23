import { useState } from 'preact/hooks';
import { drawWay } from '../../diagram/states-figure.ts';
import { SIZE } from '../../diagram/states-place.ts';
import { wayThrough } from '../../diagram/way-through.ts';
import type { Words } from '../../narration/sentence.ts';
import { HOST_IDS, type HostId } from '../../simulation/scenario.ts';
import { stateAfter } from '../../simulation/state-after.ts';
import type { Trace } from '../../simulation/trace.ts';
import { STATES } from '../../tcp/state.ts';
import { diagramWords } from '../diagram-words.ts';
import { Icon } from '../Icon.tsx';
import { hostLabel, text } from '../text.ts';
import { Choice } from '../Choice.tsx';
import '../../diagram/edge/diagram.css';
import './inside.css';

interface Props {
  readonly trace: Trace;
  /** How many moments have happened. */
  readonly shown: number;
  readonly words: Words;
  /** Whose way is shown at first; the reader may choose the other. */
  readonly host: HostId;
  /** By its place in `trace.connections`. */
  readonly connection: number;
}

/** The states of RFC 9293 Figure 5 with a host's way through them so far, and where it is now. */
export function StateMap({ trace, shown, words, host, connection }: Props) {
  const [chosen, choose] = useState(host);
  const way = wayThrough(trace, chosen, shown, connection);
  const label = text(words, 'lab.inside.map.label', { host: trace.scenario.hosts[chosen].name, state: way.current });
  return (
    <div class="isl-map">
      <Choice
        label={text(words, 'lab.inside.hosts')}
        options={HOST_IDS.map((id) => ({ value: id, label: hostLabel(words, trace.scenario.hosts[id].name), note: stateAfter(trace, id, shown, connection) }))}
        chosen={chosen}
        onChoose={choose}
      />
      <div class="isl-map-columns">
        <svg class="hl-diagram hl-states" viewBox={`0 0 ${String(SIZE.width)} ${String(SIZE.height)}`} width={SIZE.width} height={SIZE.height} role="img" aria-label={label}>
          <g dangerouslySetInnerHTML={{ __html: drawWay(way, chosen, diagramWords(words)) }} />
        </svg>
        <div class="isl-map-text">
          <p>
            <strong>{way.current}</strong> {text(words, `lab.inside.state.${way.current}`)}
          </p>
          <p class="isl-inside-part">{text(words, 'lab.inside.map.path')}</p>
          {way.path.length === 0 && <p class="isl-inside-empty">{text(words, 'lab.inside.map.none')}</p>}
          <ol class="isl-map-path">
            {way.path.map(({ from, to, why }, index) => (
              <li key={index}>
                {from} <Icon name="right" label="→" /> {to} <small>{diagramWords(words)(`diagram.why.${why}`).replaceAll(' / ', ' ')}</small>
              </li>
            ))}
          </ol>
          <details class="isl-inside-more">
            <summary>{text(words, 'lab.inside.map.all')}</summary>
            <dl>
              {STATES.map((state) => (
                <div key={state}>
                  <dt>{state}</dt>
                  <dd>{text(words, `lab.inside.state.${state}`)}</dd>
                </div>
              ))}
            </dl>
          </details>
        </div>
      </div>
    </div>
  );
}
