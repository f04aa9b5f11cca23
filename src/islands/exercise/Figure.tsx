import { sayDuration } from '../../diagram/duration.ts';
import type { FigureSegment } from '../../diagram/figure-segments.ts';
import { hostName } from '../../diagram/host-name.ts';
import { remarksOf } from '../../diagram/segment-remarks.ts';
import { SIZE } from '../../diagram/states-place.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Trace } from '../../simulation/trace.ts';
import { diagramWords } from '../diagram-words.ts';
import type { Picture } from './picture.ts';
import { Octets } from '../header/Octets.tsx';
import { Records } from './Records.tsx';
import { text } from '../text.ts';
import '../../diagram/edge/diagram.css';

interface Props {
  readonly picture: Picture;
  readonly words: Words;
}

/** What an exercise shows: a drawing with its segments as a table, octets, the states, records, or nothing. */
export function Figure({ picture, words }: Props) {
  switch (picture.type) {
    case 'sequence':
      return (
        <>
          <div class="isl-drawing" dangerouslySetInnerHTML={{ __html: picture.svg }} />
          {picture.segments.length > 0 && <Table {...picture} words={words} />}
        </>
      );
    case 'octets':
      return <Octets octets={Uint8Array.from(picture.octets)} marked={null} />;
    case 'states':
      return (
        <svg class="hl-diagram hl-states" viewBox={`0 0 ${String(SIZE.width)} ${String(SIZE.height)}`} width={SIZE.width} height={SIZE.height} role="img" aria-label={picture.label}>
          <g dangerouslySetInnerHTML={{ __html: picture.body }} />
        </svg>
      );
    case 'records':
      return <Records records={picture.records} words={words} />;
    case 'none':
      return null;
  }
}

const COLUMNS = ['sent', 'way', 'flags', 'seq', 'ack', 'length', 'fate'] as const;

function Table({ segments, trace, words }: { readonly segments: readonly FigureSegment[]; readonly trace: Trace; readonly words: Words }) {
  const say = diagramWords(words);
  return (
    <details class="isl-segment-table">
      <summary>{text(words, 'lesson.segments', { n: segments.length })}</summary>
      {/* What scrolls by itself must be reachable by keyboard (axe: scrollable-region-focusable). */}
      {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex */}
      <div class="isl-scroll" role="group" tabIndex={0} aria-label={text(words, 'attempt.figure.segments')}>
        <table>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {text(words, `lesson.segments.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {segments.map((segment) => (
              <tr key={segment.id}>
                <td>{sayDuration(segment.time, say)}</td>
                <td>
                  {hostName(trace, segment.from, say)} → {hostName(trace, segment.to, say)}
                </td>
                <th scope="row">{segment.said.flags}</th>
                <td>{segment.said.seq}</td>
                <td>{segment.said.ack ?? '–'}</td>
                <td>{segment.said.length ?? 0}</td>
                <td>{remarksOf(segment, say).join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
