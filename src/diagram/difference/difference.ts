import type { Trace } from '../../simulation/trace.ts';
import { differingIn, type Differing } from './differing.ts';
import { endsOf, type End } from './ends.ts';
import { paired, type Paired } from './pairing.ts';
import { sharedMoments } from './shared-moments.ts';

/** A segment of one run, and what stands for it in the other. */
export interface DifferenceRow extends Paired {
  /** Whether both runs have it and nothing about it differs. */
  readonly same: boolean;
  /** How the two differ; empty where one stands alone. */
  readonly differs: readonly Differing[];
}

/** How two runs differ. */
export interface Difference {
  /** How many moments they share from the beginning. */
  readonly common: number;
  /** Their segments beside each other, in the order of both. */
  readonly rows: readonly DifferenceRow[];
  readonly ends: readonly End[];
  /** Whether they are the same moment by moment, to the same end. */
  readonly same: boolean;
}

/** How the two runs differ: what they share from the beginning, their segments beside each other, and what they came to. */
export function difference(one: Trace, other: Trace): Difference {
  const common = sharedMoments(one, other);
  const rows = paired(one, other, common).map((pair): DifferenceRow => {
    const differs = pair.one === null || pair.other === null ? [] : differingIn(pair.one, pair.other);
    return { ...pair, differs, same: pair.one !== null && pair.other !== null && differs.length === 0 };
  });
  const ends = endsOf(one, other);
  const same = common === one.moments.length && common === other.moments.length && rows.every((row) => row.same) && ends.every((end) => end.same);
  return { common, rows, ends, same };
}
