import { sockets } from '../../inspection/sockets.ts';
import type { Words } from '../../narration/sentence.ts';
import { HOST_IDS } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import { text } from '../text.ts';
import './inside.css';

interface Props {
  readonly trace: Trace;
  /** How many moments have happened. */
  readonly shown: number;
  readonly words: Words;
}

const COMMAND = 'ss -tano';
/** The headings of `ss`; timers stand in its last column. */
const HEADINGS = ['State', 'Recv-Q', 'Send-Q', 'Local Address:Port', 'Peer Address:Port', 'Process'];
const EXPLAINED = { 'Recv-Q': 'recv-q', 'Send-Q': 'send-q', timer: 'timer' };

/** The sockets of both hosts, as `ss` would list them at this moment. */
export function Sockets({ trace, shown, words }: Props) {
  return (
    <div class="isl-sockets">
      {HOST_IDS.map((host) => {
        const { name } = trace.scenario.hosts[host];
        const lines = sockets(trace, host, shown);
        return (
          <div key={host} class="isl-sockets-host" data-host={host}>
            <p class="isl-sockets-command">
              <span>{name} $</span> {COMMAND}
            </p>
            {/* What scrolls by itself has to be in reach of the keyboard. */}
            {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex */}
            <div class="isl-sockets-scroll" role="group" tabIndex={0} aria-label={text(words, 'lab.inside.ss.label', { host: name })}>
              <table>
                <thead>
                  <tr>
                    {HEADINGS.map((heading) => (
                      <th key={heading} scope="col">
                        {heading}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {lines.map(({ state, recvQ, sendQ, local, peer, timer }) => (
                    <tr key={`${state === 'LISTEN' ? state : ''}${local}${peer}`}>
                      <td>{state}</td>
                      <td>{recvQ}</td>
                      <td>{sendQ}</td>
                      <td>{local}</td>
                      <td>{peer}</td>
                      <td>{timer}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {lines.length === 0 && <p class="isl-inside-empty">{text(words, 'lab.inside.ss.none')}</p>}
          </div>
        );
      })}
      <details class="isl-inside-more">
        <summary>{text(words, 'lab.inside.ss.how')}</summary>
        <dl>
          {Object.entries(EXPLAINED).map(([name, key]) => (
            <div key={key}>
              <dt>{name}</dt>
              <dd>{text(words, `lab.inside.ss.${key}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
