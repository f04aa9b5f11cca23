import { run } from '../../simulation/run.ts';
import { HOST_IDS, type HostId } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { HostRecord } from '../figure.ts';
import { memoised } from '../../simulation/memoised.ts';
import { recordsOf } from './fault-record.ts';
import { isOfUsers, suspectOf, suspectsIn, suspectName, withSuspect, type Suspect } from './fault-suspect.ts';

/** A suspect with the run in which it is what went wrong. */
export interface SuspectRun {
  readonly suspect: Suspect;
  readonly name: string;
  readonly trace: Trace;
}

/** Something that went wrong, as it looks from some hosts. */
export interface FaultCase {
  readonly truth: SuspectRun;
  readonly view: readonly HostId[];
  readonly records: readonly HostRecord[];
  /** All that would look the same, the truth among them. */
  readonly same: readonly SuspectRun[];
  /** All that would look different. */
  readonly others: readonly SuspectRun[];
  /** The run in which nothing goes wrong. */
  readonly calm: Trace;
}

const VIEWS: readonly (readonly HostId[])[] = [HOST_IDS, ['A'], ['B']];
/** Longer runs ask for more than can be looked through. */
const MOST_MOMENTS = 60;
/** So many segments of one host can be looked through. */
const MOST_ROWS = 12;

/** What looks so from these hosts. */
function seen(trace: Trace, view: readonly HostId[]): string {
  return JSON.stringify(recordsOf(trace, view));
}

/** What is true in the scenario: its one fault; null: any suspect may be, since nothing goes wrong. */
function ownOf(trace: Trace, calm: Trace): Suspect | 'any' | null {
  const [fault, ...more] = trace.scenario.faults;
  if (fault === undefined) return 'any';
  return more.length > 0 ? null : suspectOf(fault, trace, calm);
}

/** All cases of the scenario in which the record tells something: a fault that can be seen, or none where one would be. */
export const faultCases = memoised((trace: Trace): readonly FaultCase[] => {
  const { scenario } = trace;
  if (!isOfUsers(scenario) || scenario.faults.length > 1 || trace.moments.length > 2 * MOST_MOMENTS) return [];
  const calm = run({ ...scenario, faults: [], expect: [] });
  const own = ownOf(trace, calm);
  if (own === null || calm.moments.length > MOST_MOMENTS) return [];
  const listed = suspectsIn(calm);
  const known = new Set(listed.map(suspectName));
  const all = own === 'any' || known.has(suspectName(own)) ? listed : [...listed, own];
  const runs = all.map((suspect): SuspectRun => ({ suspect, name: suspectName(suspect), trace: suspect.type === 'nothing' ? calm : run(withSuspect(calm.scenario, suspect)) }));
  const short = runs.filter((one) => one.trace.moments.length <= 2 * MOST_MOMENTS);
  const truths = own === 'any' ? short : short.filter(({ name }) => name === suspectName(own));
  return VIEWS.flatMap((view) => {
    const looks = new Map(short.map((one) => [one, seen(one.trace, view)]));
    const quiet = seen(calm, view);
    return truths.flatMap((truth): readonly FaultCase[] => {
      const look = looks.get(truth);
      if (truth.suspect.type !== 'nothing' && look === quiet) return [];
      const same = short.filter((one) => looks.get(one) === look);
      const others = short.filter((one) => looks.get(one) !== look);
      const records = recordsOf(truth.trace, view);
      const canBeRead = records.every(({ rows }) => rows.length <= MOST_ROWS);
      return canBeRead && others.length > 1 ? [{ truth, view, records, same, others, calm }] : [];
    });
  });
});
