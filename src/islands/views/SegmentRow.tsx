import type { MutableRef } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import { fateText } from '../fate-text.ts';
import { Icon } from '../Icon.tsx';
import { memo } from '../memo.ts';
import { hostLabel, text } from '../text.ts';
import type { ViewSegment } from './view-segments.ts';

/** What a reader can do with a row. */
export interface RowDeeds {
  readonly onSelect: (flight: number | null) => void;
  readonly onGo: (shown: number) => void;
}

interface Props {
  readonly segment: ViewSegment;
  /** Its place in the table, from 1. */
  readonly place: number;
  readonly known: Flight['fate'];
  readonly isNewest: boolean;
  readonly isSelected: boolean;
  /** Whether there is a remark on it. */
  readonly isMarked: boolean;
  readonly isRelative: boolean;
  readonly trace: Trace;
  readonly words: Words;
  readonly deeds: MutableRef<RowDeeds>;
}

/** One segment as a row: its number selects it, its time leads to the moment when it left. */
export const SegmentRow = memo(({ segment: { row, relative, left }, place, known, isNewest, isSelected, isMarked, isRelative, trace, words, deeds }: Props) => {
  const [from, to] = [trace.scenario.hosts[row.from].name, trace.scenario.hosts[row.to].name];
  const numbers = isRelative ? { seq: relative.seq ?? row.seq, ack: relative.ack ?? row.ack } : row;
  const flight = trace.flights[row.id];
  return (
    <tr data-flight={row.id} data-fate={known} data-selected={isSelected} aria-current={isNewest ? 'step' : undefined}>
      <th scope="row">
        <button type="button" class="isl-view-number" aria-pressed={isSelected} onClick={() => deeds.current.onSelect(isSelected ? null : row.id)}>
          <span class="sr-only">{text(words, 'lab.segments.select')} </span>
          {place}
        </button>
      </th>
      <td class="isl-view-time">
        <button type="button" class="isl-view-go" title={text(words, 'lab.go', { shown: left })} onClick={() => deeds.current.onGo(left)}>
          {text(words, 'lab.time', { at: row.time })}
        </button>
      </td>
      <td class="isl-view-way">
        {hostLabel(words, from)} <Icon name="right" label="→" /> {hostLabel(words, to)}
      </td>
      <td class="isl-view-flags">{row.flags === '' ? text(words, 'lab.segments.no-flags') : row.flags}</td>
      <Figure name="SEQ" value={numbers.seq} />
      <Figure name="ACK" value={numbers.ack} />
      <Figure name="LEN" value={row.length} />
      <Figure name="WND" value={row.window} />
      <td class="isl-view-fate">
        {flight !== undefined && fateText(flight, known, trace, words)}
        {isMarked && (
          <strong class="isl-view-remark">
            {' · '}
            {text(words, 'lab.segments.remark')}
          </strong>
        )}
        {row.ecn === 'CE' && ` · ${text(words, 'lab.segments.marked')}`}
      </td>
    </tr>
  );
});

/** A number under its heading; where the table has become a list, with its name. */
function Figure({ name, value }: { readonly name: string; readonly value: number | null }) {
  return (
    <td class="isl-view-figure" data-empty={value === null}>
      <span class="isl-view-name" aria-hidden="true">
        {name}
      </span>
      {value === null ? '–' : String(value).replace('-', '−')}
    </td>
  );
}
