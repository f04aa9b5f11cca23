import { nameOf } from '../../simulation/named.ts';
import type { Trace } from '../../simulation/trace.ts';
import { ems } from '../fold.ts';
import type { Journey } from '../journey.ts';
import { flagWords, numberWords } from '../segment-words.ts';
import type { Words } from '../words.ts';

/** A part of a label. */
export interface Span {
  readonly text: string;
  readonly role: 'flags' | 'mark' | 'lost' | 'numbers';
  /** The place in `Trace.moments` of what makes it true; −1: true from the beginning. */
  readonly since: number;
}

/** What is written at an arrow: lines above it and lines below it, each of several parts. */
export interface Label {
  readonly above: readonly (readonly Span[])[];
  readonly below: readonly (readonly Span[])[];
  /** px. */
  readonly width: number;
}

/** The size of a label's letters, px. */
export const LETTER = 12;

/** The label of a flight, in lines of at most so many px: in one line above the arrow where that is enough, and none below it where it is copied, because that is where the copy speaks. */
export function labelOf(trace: Trace, journey: Journey, isCopied: boolean, limit: number, words: Words): Label {
  const { segment, origin } = journey.flight;
  const head: readonly Span[] = [{ text: flagWords(segment, words), role: 'flags', since: -1 }, ...marksOf(trace, journey, words)];
  const numbers = numberWords(segment).split(' ').map((text): Span => ({ text, role: 'numbers', since: -1 }));
  const [flags, ...marks] = head;
  // Over a copy is what it copies, with the same numbers: the first tells which that is.
  if (origin === 'copy') return sized([], folded([...head, ...numbers.slice(0, 1)], limit));
  const whole = flags === undefined ? [] : folded([flags, ...numbers, ...marks], limit);
  if (whole.length === 1) return sized(whole, []);
  const [above, below] = [folded(head, limit), folded(numbers, limit)];
  return isCopied ? sized([...above, ...below], []) : sized(above, below);
}

function sized(above: Label['above'], below: Label['below']): Label {
  return { above, below, width: Math.max(...[...above, ...below].map(widthOf)) };
}

/** What is remarkable about the flight, each from when it is. */
function marksOf(trace: Trace, { flight, held, lost }: Journey, words: Words): readonly Span[] {
  const mark = (text: string, since = -1, role: Span['role'] = 'mark'): readonly Span[] => [{ text, role, since }];
  const port = nameOf(trace, flight.connection);
  return [
    ...(flight.transmission > 1 ? mark(words('diagram.retransmission', { n: flight.transmission - 1 })) : []),
    ...(flight.segment.ecn === 'CE' ? mark(words('diagram.marked')) : []),
    ...(flight.origin === 'sent' ? [] : mark(words(`diagram.${flight.origin}`))),
    ...(port === null ? [] : mark(words('diagram.connection', { port }))),
    ...(held === null ? [] : mark(words('diagram.held'), held)),
    ...(lost === null ? [] : mark(words('diagram.lost'), lost, 'lost')),
  ];
}

/** How wide a line is, px, by an estimate. */
export function widthOf(line: readonly Span[]): number {
  return line.reduce((sum, { text }) => sum + ems(text) * LETTER, 0);
}

function folded(spans: readonly Span[], limit: number): readonly (readonly Span[])[] {
  const lines: Span[][] = [];
  let width = 0;
  for (const span of spans) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    const joined = before === undefined ? span : { ...span, text: `${jointOf(before, span)}${span.text}` };
    width += ems(joined.text) * LETTER;
    if (line !== undefined && width <= limit) {
      line.push(joined);
    } else {
      lines.push([span]);
      width = ems(span.text) * LETTER;
    }
  }
  return lines;
}

function jointOf(before: Span, { role }: Span): string {
  if (role === 'numbers') return before.role === 'numbers' ? ' ' : '\u2002';
  return ' · ';
}
