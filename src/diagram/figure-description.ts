import type { HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { figureRows, type FigureRow } from './figure-rows.ts';
import { hostName } from './host-name.ts';
import type { Shown } from './shown.ts';
import type { Words } from './words.ts';

/** What each row of a sequence diagram shows, for somebody who does not see it: no more than the drawing says. */
export function figureLines(trace: Trace, words: Words, shown: Shown = {}): readonly string[] {
  const name = (host: HostId) => hostName(trace, host, words);
  return figureRows(trace, words, shown).map((row) => described(row, name));
}

/** The same as one text. */
export function figureDescription(trace: Trace, words: Words, shown: Shown = {}): string {
  return figureLines(trace, words, shown).map((line) => `${line}.`).join(' ');
}

function described(row: FigureRow, name: (host: HostId) => string): string {
  switch (row.kind) {
    case 'gap':
      return row.text;
    case 'note':
      return `${name(row.host)}: ${row.lines.join(' ').replaceAll(' ↓ ', ' → ')}`;
    case 'arrow': {
      const from = row.way === 'arriving' ? '…' : name(row.from);
      const to = row.way === 'departing' ? '…' : name(row.to);
      return `${from} → ${to}: ${row.lines.join(' ')}`;
    }
  }
}
