import { createContext, type ComponentChildren } from 'preact';
import type { Flight } from '../../simulation/trace.ts';
import type { Header } from '../../wire/tcp-header.ts';

/** What whoever shows a run has to say of its segments beyond what the run says. */
export interface SegmentNotes {
  /** The ids of the flights that there is a remark on; each is marked wherever it is shown. */
  readonly marked: ReadonlySet<number>;
  /** What stands on the card of a segment, below its numbers; null: nothing. */
  readonly about: (flight: Flight) => ComponentChildren;
  /** The header of a segment as it was captured; null: as the run would have it. */
  readonly header: (flight: Flight) => Header | null;
  /** Whether the numbers are shown from 0 on either side or as they are on the wire is chosen elsewhere, for all that is shown of the run. */
  readonly ruleNumbers: boolean;
}

const NOTHING: SegmentNotes = { marked: new Set(), about: () => null, header: () => null, ruleNumbers: false };

/** The notes on the segments of the run around: none, where nobody has any. */
export const Notes = createContext<SegmentNotes>(NOTHING);
