import { knownFate } from '../../diagram/journey.ts';
import { useContext, useMemo, useRef, useState } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import type { Trace } from '../../simulation/trace.ts';
import { useLatest } from '../latest.ts';
import { Notes } from '../segment/notes.ts';
import { text } from '../text.ts';
import { useScrollInside } from './scroll-inside.ts';
import { SegmentRow } from './SegmentRow.tsx';
import { pageOf, useTail } from './tail.ts';
import { viewSegments, type ViewSegment } from './view-segments.ts';
import './views.css';

interface Props {
  readonly trace: Trace;
  /** How many moments have happened. */
  readonly shown: number;
  readonly words: Words;
  /** The id of the selected flight. */
  readonly selected: number | null;
  readonly onSelect: (flight: number | null) => void;
  readonly onGo: (shown: number) => void;
}


/** The segments that have left by now as a table: what the ladder draws, for whoever reads or hears it. */
export function SegmentView({ trace, shown, words, selected, onSelect, onGo }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { marked, ruleNumbers } = useContext(Notes);
  const deeds = useLatest({ onSelect, onGo });
  const [isRelative, setRelative] = useState(false);
  const all = useMemo(() => viewSegments(trace), [trace]);
  const segments = all.filter(({ left }) => left <= shown);
  const chosen = segments.findIndex(({ row }) => row.id === selected);
  const tail = useTail(segments.length, pageOf(all.length), chosen < 0 ? undefined : chosen);
  const newest = newestOf(segments);
  useScrollInside(box, '[aria-current]', [trace, shown]);
  useScrollInside(box, '[data-selected="true"]', [selected]);

  return (
    <div class="isl-view">
      {!ruleNumbers && (
        <label class="isl-view-switch">
          <input type="checkbox" checked={isRelative} onChange={({ currentTarget }) => setRelative(currentTarget.checked)} />
          {text(words, 'lab.segments.relative')}
        </label>
      )}
      {segments.length === 0 ? (
        <p class="isl-view-none">{text(words, 'lab.segments.none')}</p>
      ) : (
        <div ref={box} class="isl-view-box" role="group" aria-label={text(words, 'lab.segments.box')}>
          {tail.first > 0 && (
            <button type="button" class="isl-view-more" onClick={tail.more}>
              {text(words, 'lab.segments.more', { count: tail.next, hidden: tail.first })}
            </button>
          )}
          <table class="isl-view-table">
            <caption class="sr-only">{text(words, 'lab.segments.caption', { count: segments.length, shown })}</caption>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {text(words, `lab.segments.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {segments.slice(tail.first).map((segment, at) => (
                <SegmentRow key={segment.row.id} segment={segment} place={tail.first + at + 1} known={knownFate(segment.journey, shown)} isNewest={segment === newest} isSelected={segment.row.id === selected} isMarked={marked.has(segment.row.id)} isRelative={isRelative} trace={trace} words={words} deeds={deeds} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

const COLUMNS = ['number', 'time', 'way', 'flags', 'seq', 'ack', 'length', 'window', 'fate'] as const;

/** The segment that left last, as the picture marks it: one that a host sent. */
function newestOf(segments: readonly ViewSegment[]): ViewSegment | undefined {
  return segments.reduce<ViewSegment | undefined>((best, one) => (one.row.origin === 'sent' && one.left >= (best?.left ?? 0) ? one : best), undefined);
}
