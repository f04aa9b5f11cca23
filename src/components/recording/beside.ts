import type { Trace } from '../../simulation/trace.ts';
import { flagNames } from '../../tcp/flags.ts';
import type { Segment } from '../../tcp/segment.ts';
import type { Recorded, Recording } from './recording.ts';

/** A field in which a recorded segment and that of the run differ. */
export interface Difference {
  readonly field: 'flags' | 'seq' | 'ack' | 'len' | 'win' | 'fate';
  readonly recorded: string | number;
  readonly run: string | number;
}

/** A recorded segment beside the one that the same host sent at the same turn of the run; times are ms from the first segment on. */
export interface Pair {
  readonly recorded: Recorded;
  readonly at: number;
  /** null: the run has no such segment. */
  readonly runAt: number | null;
  readonly differences: readonly Difference[];
}

/** A recording beside a run: each of its segments, and how many the run has beyond them. */
export interface Beside {
  readonly pairs: readonly Pair[];
  readonly more: number;
}

/** Lays a recording beside the run of the same calls on the same wire. */
export function beside({ ladder }: Recording, { flights }: Trace): Beside {
  const sent = flights.filter(({ origin }) => origin === 'sent');
  const left = { A: sent.filter(({ from }) => from === 'A'), B: sent.filter(({ from }) => from === 'B') };
  const start = sent[0]?.sentAt ?? 0;
  const pairs = ladder.map((recorded): Pair => {
    const flight = left[recorded.dir === 'A>B' ? 'A' : 'B'].shift();
    const at = recorded.t * 1000;
    if (flight === undefined) return { recorded, at, runAt: null, differences: [] };
    const isLost = { recorded: recorded.fate === 'lost', run: flight.fate === 'lost' };
    const fate: readonly Difference[] = isLost.recorded === isLost.run ? [] : [{ field: 'fate', recorded: recorded.fate, run: flight.fate }];
    return { recorded, at, runAt: flight.sentAt - start, differences: [...differences(recorded, flight.segment), ...fate] };
  });
  return { pairs, more: left.A.length + left.B.length };
}

function differences(recorded: Recorded, segment: Segment): readonly Difference[] {
  const flags = flagNames(segment.flags);
  const isSame = recorded.flags.split(',').toSorted().join() === flags.toSorted().join();
  const numbers = [
    { field: 'seq', recorded: recorded.seq, run: segment.seq },
    { field: 'ack', recorded: recorded.ack, run: segment.ack },
    { field: 'len', recorded: recorded.len, run: segment.length },
    { field: 'win', recorded: recorded.win, run: segment.wnd },
  ] as const;
  return [...(isSame ? [] : [{ field: 'flags', recorded: recorded.flags, run: flags.join(',') } as const]), ...numbers.filter((one) => one.recorded !== one.run)];
}
