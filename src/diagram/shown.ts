import type { Flight } from '../simulation/trace.ts';
import { ACK, has, type Flags } from '../tcp/flags.ts';
import type { Segment } from '../tcp/segment.ts';
import { seq } from '../tcp/seq.ts';
import { flagWords } from './segment-words.ts';
import type { Words } from './words.ts';

/** A part of a segment that a figure can leave out or show changed. */
export type SegmentPart = 'flags' | 'seq' | 'ack' | 'length';

/** A part of a segment, and of its copies, that a figure leaves out. */
export interface Blank {
  /** The place of the segment in `Trace.flights`. */
  readonly flight: number;
  readonly part: SegmentPart;
}

/** A part of a segment that a figure shows with a value that it did not have. */
export interface Altered {
  /** The place of the segment in `Trace.flights`. */
  readonly flight: number;
  readonly part: SegmentPart;
  /** The number, or for flags the octet of control bits. */
  readonly value: number;
}

/** How much of a trace a figure shows, and how true. */
export interface Shown {
  /** The moments before this one, a count; all without it. */
  readonly until?: number;
  /** What it leaves out: the first is marked ①, the second ②… At most nine. */
  readonly blanks?: readonly Blank[];
  readonly altered?: readonly Altered[];
}

/** The parts of a segment as a figure says them; null where it does not. */
export interface SaidParts {
  readonly flags: string;
  readonly seq: string;
  readonly ack: string | null;
  readonly length: string | null;
}

/** The sign of a blank by its place in the list, from 0: ①, ②… */
export function blankMark(place: number): string {
  return String.fromCodePoint(0x2460 + place);
}

/** The segment of the flight as the figure shows it, true but for what is altered. */
export function segmentShown({ id, segment }: Flight, { altered = [] }: Shown): Segment {
  return altered.filter(({ flight }) => flight === id).reduce((changed, { part, value }) => ({ ...changed, ...change(part, value) }), segment);
}

function change(part: SegmentPart, value: number): Partial<Segment> {
  switch (part) {
    case 'flags':
      return { flags: value as Flags };
    case 'seq':
      return { seq: seq(value) };
    case 'ack':
      return { ack: seq(value) };
    case 'length':
      return { length: value };
  }
}

/** What the figure says of the flight's segment: ACK where its bit is on, the length where there is data, and the mark of a blank wherever one is. */
export function saidParts(flight: Flight, shown: Shown, words: Words): SaidParts {
  const segment = segmentShown(flight, shown);
  const { blanks = [] } = shown;
  const markOf = (part: SegmentPart): string | null => {
    const place = blanks.findIndex((blank) => blank.part === part && (blank.flight === flight.id || blank.flight === flight.copyOf));
    return place < 0 ? null : blankMark(place);
  };
  return {
    flags: markOf('flags') ?? flagWords(segment, words),
    seq: markOf('seq') ?? String(segment.seq),
    ack: markOf('ack') ?? (has(segment.flags, ACK) ? String(segment.ack) : null),
    length: markOf('length') ?? (segment.length > 0 ? String(segment.length) : null),
  };
}
