import { sayDuration } from '../../diagram/duration.ts';
import type { HostRecord } from '../../exercise/figure.ts';
import { say } from '../../narration/say.ts';
import { sentence, type Words } from '../../narration/sentence.ts';
import { diagramWords } from '../diagram-words.ts';
import { text } from '../text.ts';
import './records.css';

interface Props {
  readonly records: readonly HostRecord[];
  readonly words: Words;
}

const COLUMNS = ['time', 'way', 'segment'] as const;

/** What was recorded at each host, as a table of its own: beside each other where there is room. */
export function Records({ records, words }: Props) {
  const units = diagramWords(words);
  return (
    <div class="isl-records">
      {records.map(({ host, rows }) => (
        <table key={host}>
          <caption>{say(sentence('attempt.figure.record', { host }), words)}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {text(words, `attempt.figure.record.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ at, way, segment }, index) => (
              <tr key={index} data-way={way}>
                <td>{sayDuration(at, units)}</td>
                <td>
                  <span aria-hidden="true">{way === 'sent' ? '→' : '←'}</span> {text(words, `attempt.figure.record.${way}`)}
                </td>
                <td>{segment}</td>
              </tr>
            ))}
            {rows.length === 0 && (
              <tr>
                <td colSpan={COLUMNS.length}>{text(words, 'attempt.figure.record.none')}</td>
              </tr>
            )}
          </tbody>
        </table>
      ))}
    </div>
  );
}
