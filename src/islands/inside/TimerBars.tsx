import { timers } from '../../inspection/timers.ts';
import { text } from '../text.ts';
import type { EndpointProps } from './Endpoint.tsx';
import { Fold } from './Fold.tsx';

/** The timers that run, each with what is left of it as a bar and in words. */
export function TimerBars({ trace, shown, words, connection, host }: EndpointProps) {
  const running = timers(trace, host, shown, connection);
  return (
    <Fold title={text(words, 'lab.inside.timers')}>
      {running.length === 0 && <p class="isl-inside-empty">{text(words, 'lab.inside.timers.none')}</p>}
      <ul class="isl-variables">
        {running.map(({ name, kind, at, left, total, changed }) => (
          <li key={name}>
            <details class="isl-variable isl-timer" data-changed={changed}>
              <summary>
                <span class="isl-variable-name">{text(words, `lab.inside.timer.${kind}`)}</span>{' '}
                <span class="isl-variable-value">{total === null ? text(words, 'lab.inside.left', { after: left, at }) : text(words, 'lab.inside.left.of', { after: left, idle: total, at })}</span>
                <span class="isl-timer-bar" aria-hidden="true">
                  <span style={{ width: `${String(total === null || total === 0 ? 100 : (100 * left) / total)}%` }} />
                </span>
              </summary>
              <p>{text(words, `lab.inside.when.${kind}`)}</p>
            </details>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
