import type { End } from '../../diagram/difference/ends.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Trace } from '../../simulation/trace.ts';
import { hostLabel, text, word } from '../text.ts';
import { RunHeading } from './RunHeading.tsx';
import { Sign } from './Sign.tsx';

interface Props {
  readonly ends: readonly End[];
  readonly trace: Trace;
  readonly oneName: string;
  readonly otherName: string;
  readonly words: Words;
}

/** What both runs came to, side by side; what users were told and received, and why the run ended, only where it differs. */
export function Ends({ ends, trace, oneName, otherName, words }: Props) {
  return (
    <table class="isl-compare-table">
      <caption>{text(words, 'lab.compare.ends')}</caption>
      <thead>
        <tr>
          <th scope="col">{text(words, 'lab.compare.column.difference')}</th>
          <th scope="col">{text(words, 'lab.compare.column.end')}</th>
          <RunHeading run={1} name={oneName} />
          <RunHeading run={2} name={otherName} />
        </tr>
      </thead>
      <tbody>
        {ends.filter(isWorthSaying).map((end, at) => (
          <tr key={at} data-is={end.same ? 'same' : 'differs'}>
            <td class="isl-compare-standing">
              <Sign is={end.same ? 'same' : 'differs'} /> {word(words, end.same ? 'lab.compare.is.same' : 'lab.compare.is.differs')}
            </td>
            <th scope="row">{labelOf(end, trace, words)}</th>
            {([end.one, end.other] as const).map((_value, run) => (
              <td key={run} class="isl-compare-run" data-run={run + 1}>
                {end.same ? valueOf(end, run, words) : <mark>{valueOf(end, run, words)}</mark>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isWorthSaying({ what, same }: End): boolean {
  return !same || what === 'state' || what === 'segments' || what === 'time';
}

function labelOf(end: End, trace: Trace, words: Words): string {
  const label = word(words, `lab.compare.end.label.${end.what}`);
  if (!('host' in end)) return label;
  const port = end.what === 'state' && end.port !== null ? [text(words, 'island.connection', { port: end.port })] : [];
  return [hostLabel(words, trace.scenario.hosts[end.host].name), label, ...port].join(' · ');
}

function valueOf(end: End, run: number, words: Words): string {
  switch (end.what) {
    case 'state':
      return (run === 0 ? end.one : end.other) ?? '–';
    case 'told': {
      const told = (run === 0 ? end.one : end.other).map((signal) => text(words, 'lab.compare.signal', { signal }));
      return told.join(', ') || '–';
    }
    case 'received':
      return text(words, 'lab.compare.octets', { count: run === 0 ? end.one : end.other });
    case 'segments':
      return String(run === 0 ? end.one : end.other);
    case 'time':
      return text(words, 'lab.time', { at: run === 0 ? end.one : end.other });
    case 'ended':
      return word(words, `lab.compare.ended.${run === 0 ? end.one : end.other}`);
  }
}
