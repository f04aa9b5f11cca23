import type { Altered, Blank } from '../diagram/shown.ts';
import type { HostId } from '../simulation/scenario.ts';

/** The run as a ladder of segments, before the moment `until` of `Trace.moments`, with parts of segments left out or changed. */
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

/** One line of a record: a segment that a host sent or received, at a time of the run, ms. */
export interface RecordRow {
  readonly at: number;
  readonly way: 'sent' | 'received';
  /** Control bits and numbers, the same in every language. */
  readonly segment: string;
}

/** What was recorded at one host, in order. */
export interface HostRecord {
  /** Its name in the notation. */
  readonly host: string;
  readonly rows: readonly RecordRow[];
}

/** What was recorded at one host, or at both. */
export interface RecordsFigure {
  readonly type: 'records';
  readonly records: readonly HostRecord[];
}

/** What a question shows. No figure tells more than it draws: title, description and table are made from the same. */
export type Figure = SequenceFigure | OctetsFigure | StatesFigure | RecordsFigure | { readonly type: 'none' };

/** The figure that shows a run before a moment, nothing left out and nothing changed. */
export function runUntil(until: number): SequenceFigure {
  return { type: 'sequence', until, blanks: [], altered: [] };
}
