import type { Span } from '../../diagram/ladder/label.ts';
import { LINE_HEIGHT, type Written } from '../../diagram/ladder/arrow.ts';
import { memo } from '../memo.ts';
import { at, round } from './path.ts';

interface Props {
  /** The id of the segment's flight. */
  readonly flight: number;
  readonly written: Written;
  readonly host: string;
  /** How many moments have happened, as far as it matters to what is written. */
  readonly known: number;
  readonly isSelected: boolean;
}

/** What is written at a segment's way. */
export const LadderLabel = memo(({ flight, written, host, known, isSelected }: Props) => {
  const { box, above, below, anchor, indent } = written;
  const overs = above.map((line, index) => ({ line, y: indent !== null ? 4 + index * LINE_HEIGHT : (index + 1 - above.length) * LINE_HEIGHT - 5 }));
  const unders = below.map((line, index) => ({ line, y: indent !== null ? 4 + (above.length + index) * LINE_HEIGHT : 13 + index * LINE_HEIGHT }));
  return (
    // One text, also of several lines: each is laid out by itself.
    <text class={`isl-ladder-label isl-ladder-${host.toLowerCase()}`} data-flight={flight} data-selected={isSelected} text-anchor={anchor} transform={box.angle === 0 ? undefined : `rotate(${String(round(box.angle))} ${at(box)})`}>
      {[...overs, ...unders].flatMap(({ line, y }, row) =>
        joined(line).map((span, index) => (
          <tspan key={`${String(row)} ${String(index)}`} {...(index === 0 ? { x: round(box.x + (indent ?? 0) * row), y: round(box.y + y) } : {})} class={`isl-ladder-${span.role}`} visibility={isTrue(span, known) ? undefined : 'hidden'}>
            {span.text}
          </tspan>
        )),
      )}
    </text>
  );
});

/** The line with what looks alike in one piece: each is laid out and painted by itself. */
function joined(line: readonly Span[]): readonly Span[] {
  const pieces: Span[] = [];
  for (const span of line) {
    const last = pieces.at(-1);
    if (last?.role === span.role && last.since === span.since) pieces[pieces.length - 1] = { ...last, text: last.text + span.text };
    else pieces.push(span);
  }
  return pieces;
}

function isTrue({ since }: Span, known: number): boolean {
  return since < known;
}
