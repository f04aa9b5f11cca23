import type { HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import type { CapturedSegment, Endpoint } from '../wire/packet/captured-segment.ts';
import type { Habits, Remark } from './remark.ts';

/** Where the capture was taken, inferred from how soon either side answers. */
export interface Vantage {
  /** At which host; null: between the two, or it cannot be told. */
  readonly at: HostId | null;
  /** How long a segment takes between the capture and each host, ms; half of the host's fastest answer. */
  readonly away: Readonly<Record<HostId, number>>;
}

/** A conversation, followed by running the engine's rules as an observer of both ends. */
export interface Observed {
  /** Every segment is a flight, in the order of the capture; what users must have called, and timers, are moments. */
  readonly trace: Trace;
  readonly ends: Readonly<Record<HostId, Endpoint>>;
  /** The captured segment of each flight, at the flight's place. */
  readonly captured: readonly CapturedSegment[];
  /** By flight. Empty: everything is as the rules have it. */
  readonly remarks: readonly Remark[];
  readonly vantage: Vantage;
  readonly habits: Readonly<Record<HostId, Habits>>;
  /** The moment from which on each host's state is evident, by its place in `Trace.moments`; 0: from the beginning; null: never. */
  readonly evidentFrom: Readonly<Record<HostId, number | null>>;
  /** Segments of the conversation beyond the bound, which were not followed. */
  readonly left: number;
}
