import { useMemo, useState } from 'preact/hooks';
import { difference, type DifferenceRow } from '../../diagram/difference/difference.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Trace } from '../../simulation/trace.ts';
import { shownWhenSent } from '../at-moment.ts';
import { text } from '../text.ts';
import { CompareRow } from './CompareRow.tsx';
import { Ends } from './Ends.tsx';
import { RunHeading } from './RunHeading.tsx';
import { saidDifference } from './said.ts';
import './compare.css';

interface Props {
  /** The run on view. */
  readonly one: Trace;
  /** The run that it is compared with. */
  readonly other: Trace;
  readonly oneName: string;
  readonly otherName: string;
  readonly words: Words;
  /** How many moments of `one` have happened. */
  readonly shown: number;
  /** Leads to a moment of `one`. */
  readonly onGo: (shown: number) => void;
}

/** Rows that are made at once. */
const PAGE = 60;

/** Two runs side by side: in a few sentences how they differ, segment by segment, and what they came to. */
export function Compare({ one, other, oneName, otherName, words, shown, onGo }: Props) {
  const found = useMemo(() => difference(one, other), [one, other]);
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState(PAGE);
  const first = useMemo(() => ({ trace: one, name: oneName }), [one, oneName]);
  const second = useMemo(() => ({ trace: other, name: otherName }), [other, otherName]);
  const said = useMemo(() => saidDifference(found, first, second, words).join(' '), [found, first, second, words]);
  const begun = found.rows.findIndex(({ same }) => !same);
  const [alike, rest] = begun < 0 ? [found.rows, []] : [found.rows.slice(0, begun), found.rows.slice(begun)];
  const newest = useMemo(() => newestRow(found.rows, one, shown), [found, one, shown]);
  const rowOf = (row: DifferenceRow) => <CompareRow key={`${String(row.one?.id)} ${String(row.other?.id)}`} row={row} one={first} other={second} isNewest={row === newest} words={words} />;

  return (
    <div class="isl-compare">
      <p class="isl-compare-said">{said}</p>
      {found.common < one.moments.length && (
        <p>
          <button type="button" onClick={() => onGo(found.common)}>
            {text(words, 'lab.compare.go')}
          </button>
        </p>
      )}
      <table class="isl-compare-table">
        <caption>{text(words, 'lab.compare.segments')}</caption>
        <thead>
          <tr>
            <th scope="col">{text(words, 'lab.compare.column.difference')}</th>
            <th scope="col">{text(words, 'lab.compare.column.way')}</th>
            <RunHeading run={1} name={oneName} />
            <RunHeading run={2} name={otherName} />
          </tr>
        </thead>
        {alike.length > 0 && (
          <tbody>
            <tr class="isl-compare-fold">
              <td colSpan={4}>
                <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
                  <span class="isl-compare-turn" aria-hidden="true" />
                  {text(words, found.common === 1 ? 'lab.compare.first.one' : 'lab.compare.first', { shown: found.common, count: alike.length })}
                </button>
              </td>
            </tr>
            {isOpen && alike.slice(-PAGE).map(rowOf)}
          </tbody>
        )}
        <tbody>{rest.slice(0, asked).map(rowOf)}</tbody>
      </table>
      {rest.length > asked && (
        <button type="button" onClick={() => setAsked(asked + 2 * PAGE)}>
          {text(words, 'lab.compare.more', { hidden: rest.length - asked })}
        </button>
      )}
      <Ends ends={found.ends} trace={one} oneName={oneName} otherName={otherName} words={words} />
    </div>
  );
}

/** The row of the segment of `one` that left last. */
function newestRow(rows: readonly DifferenceRow[], one: Trace, shown: number): DifferenceRow | undefined {
  const now = one.moments[shown - 1]?.at ?? -1;
  return rows.findLast((row) => row.one !== null && row.one.sentAt <= now && shownWhenSent(one, row.one) <= shown);
}
