import { escapeContent, escapeMermaid } from './escape.ts';
import type { Arrow } from './figure-rows.ts';
import type { Measure } from './measure.ts';
import type { Sequence, SequenceRow } from './sequence-diagram.ts';
import type { ArrowModel, BoxModel, SequenceModel, TextLine } from './sequence-model.ts';

/** What in Mermaid's configuration places the rows of a sequence diagram: the font that every page ships, and distances, px. */
export const SEQUENCE_SIZES = { font: 'IBM Plex Sans', fontSize: 12, width: 60, height: 42, boxMargin: 7, noteMargin: 4, wrapPadding: 6 } as const;

const { fontSize, width: least, height, boxMargin, noteMargin, wrapPadding } = SEQUENCE_SIZES;

/** Over the first line of an arrow's label, px. */
const ABOVE_LABEL = 10;
const WEIGHT = 600;

/** A reader's next diagram, each row where Mermaid puts it: what Mermaid needs a tenth of a second for, because it asks a page for every text of it. `measure` knows the font of the drawing. */
export function layOut({ hosts, rows }: Sequence, measure: Measure): SequenceModel {
  const line = measure.line(fontSize);
  const widest = (lines: readonly string[]) => Math.max(...measured(lines).map((text) => Math.round(measure.width(text, fontSize, WEIGHT))));
  const widths = { A: Math.max(least, widest(hosts.A) + 2 * wrapPadding), B: Math.max(least, widest(hosts.B) + 2 * wrapPadding) };
  const parts: (BoxModel | ArrowModel)[] = (['B', 'A'] as const).map((over) => ({ kind: 'host', over, y: 0, width: widths[over], height, lines: stacked(hosts[over], height / 2 - (fontSize * (hosts[over].length - 1)) / 2, fontSize) }));
  let below: number = height;
  for (const row of rows) {
    const part = placed(row);
    parts.push(part);
    below = part.kind === 'arrow' ? part.y : part.y + part.height;
  }
  return { height: below, parts };

  function placed(row: SequenceRow): BoxModel | ArrowModel {
    const { lines } = row;
    if (row.kind === 'arrow') {
      const label = stacked(lines, below + ABOVE_LABEL + wrapPadding / 2 + fontSize, line);
      return { kind: 'arrow', y: below + boxMargin + (lines.length + 1) * line, rightwards: row.from === 'A', style: STYLES[row.arrow], lines: label };
    }
    const y = below + boxMargin;
    const over = row.kind === 'gap' ? 'both' : row.host;
    const width = Math.max(over === 'both' ? least : widths[over], widest(lines) + 2 * noteMargin);
    return { kind: 'note', over, y, width, height: lines.length * line + 2 * noteMargin, lines: stacked(lines, y + noteMargin / 2 + fontSize, line) };
  }
}

const STYLES: Readonly<Record<Arrow, ArrowModel['style']>> = { '->>': 'sent', '-)': 'again', '-x': 'lost', '-->': 'departing', '-->>': 'arriving', '--)': 'injected' };

function stacked(lines: readonly string[], first: number, apart: number): readonly TextLine[] {
  return lines.map((text, index) => ({ y: first + index * apart, text: escapeContent(text.replace(/\s+/gu, ' ').trim()) }));
}

/** The lines as Mermaid measures them: no spaces at the ends of the whole text, and a character that it is given by number counts with all that stands for it. */
function measured(lines: readonly string[]): readonly string[] {
  return lines.map(escapeMermaid).join('\n').trim().replace(/#(\d+);/gu, 'ﬂ°°$1¶ß').split('\n');
}
