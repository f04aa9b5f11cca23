import type { HostId } from '../simulation/scenario.ts';

/** A part of a segment that a figure can hide or change. */
export type SegmentPart = 'flags' | 'seq' | 'ack' | 'length';

/** A part of a segment that a figure leaves out; the first of a figure is marked ①, the second ②… */
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

/** The run as a ladder of segments, before the moment `until` of `Trace.moments`. */
export interface SequenceFigure {
  readonly type: 'sequence';
  readonly until: number;
  readonly blanks: readonly Blank[];
  readonly altered: readonly Altered[];
}

/** The octets of a header, 0…255 each, in rows of four. */
export interface OctetsFigure {
  readonly type: 'octets';
  readonly octets: readonly number[];
}

/** The states of RFC 9293 Figure 5; with the way of one host before the moment `until`, where a host is named. */
export interface StatesFigure {
  readonly type: 'states';
  readonly host: HostId | null;
  readonly until: number;
}

/** What a question shows. No figure tells more than it draws: title, description and table are made from the same. */
export type Figure = SequenceFigure | OctetsFigure | StatesFigure | { readonly type: 'none' };

/** The figure that shows a run before a moment, nothing left out and nothing changed. */
export function runUntil(until: number): SequenceFigure {
  return { type: 'sequence', until, blanks: [], altered: [] };
}
