import type { DifferenceRow } from '../../diagram/difference/difference.ts';
import type { Words } from '../../narration/sentence.ts';
import { Icon } from '../Icon.tsx';
import { memo } from '../memo.ts';
import { hostLabel, text, word } from '../text.ts';
import { FlightCell } from './FlightCell.tsx';
import type { NamedRun } from './said.ts';
import { Sign, type Standing } from './Sign.tsx';

interface Props {
  readonly row: DifferenceRow;
  readonly one: NamedRun;
  readonly other: NamedRun;
  readonly isNewest: boolean;
  readonly words: Words;
}

/** A segment of both runs, or of one of them, and in words what differs. */
export const CompareRow = memo(({ row, one, other, isNewest, words }: Props) => {
  const standing = standingOf(row);
  const flight = row.one ?? row.other;
  const hosts = one.trace.scenario.hosts;
  return (
    <tr data-is={standing} aria-current={isNewest ? 'step' : undefined}>
      <td class="isl-compare-standing">
        <Sign is={standing} /> {saidOf(row, standing, one, other, words)}
      </td>
      <th scope="row" class="isl-view-way">
        {flight !== null && (
          <>
            {hostLabel(words, hosts[flight.from].name)} <Icon name="right" label="→" /> {hostLabel(words, hosts[flight.to].name)}
          </>
        )}
      </th>
      <td class="isl-compare-run" data-run="1">
        <FlightCell flight={row.one} differs={row.differs} trace={one.trace} words={words} />
      </td>
      <td class="isl-compare-run" data-run="2">
        <FlightCell flight={row.other} differs={row.differs} trace={other.trace} words={words} />
      </td>
    </tr>
  );
});

function standingOf({ one, other, same, differs }: DifferenceRow): Standing {
  if (same) return 'same';
  if (differs.length === 1 && differs[0] === 'time') return 'time';
  return other === null ? 'one' : one === null ? 'other' : 'differs';
}

function saidOf({ one, other, differs }: DifferenceRow, standing: Standing, first: NamedRun, second: NamedRun, words: Words): string {
  if (standing === 'same') return word(words, 'lab.compare.is.same');
  if (one === null || other === null) return word(words, 'lab.compare.is.alone', { name: (one === null ? second : first).name });
  return differs.map((way) => (way === 'time' && one.sentAt !== other.sentAt ? shiftText(other.sentAt - one.sentAt, words) : word(words, `lab.compare.differs.${way}`))).join(', ');
}

function shiftText(shift: number, words: Words): string {
  return text(words, shift > 0 ? 'lab.compare.differs.later' : 'lab.compare.differs.sooner', { after: Math.abs(shift) });
}
