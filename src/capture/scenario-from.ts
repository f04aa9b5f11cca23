import { PROFILE_NAMES } from '../tcp/profile.ts';
import { run } from '../simulation/run.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { print } from '../scenario/print.ts';
import type { Observed } from './observed.ts';
import { builtFrom, delaysOf, showsDelay, type Guess } from './scenario-built.ts';
import { compared, evidenceOf, isNearer, type Parting } from './scenario-compared.ts';
import { plain } from './scenario-plain.ts';
import { repairsOf } from './scenario-repairs.ts';
import { costOf, isBetter, type Tried } from './scenario-tried.ts';

/** Why a conversation cannot be made a scenario. */
export type Refusal =
  /** No segment of it was followed. */
  | 'empty'
  /** More segments than were followed. */
  | 'too long';

/** A conversation as a scenario of the notation. */
export interface AsScenario {
  readonly scenario: Scenario;
  /** In the notation, canonically. */
  readonly text: string;
  /** Where its run first differs from the capture, timers and windows aside; null: nowhere, each host sends the same segments in the same order. */
  readonly parting: Parting | null;
}

/** How many moments may be simulated in the search for a scenario, and how many afterwards to make it plainer. */
const EFFORT = 30_000;

/** How many scenarios that part from the capture are repaired. */
const REPAIRED = 30;

/**
 * The scenario in which the same happens as in the conversation: its numbers, options and delay, what its users called and when, and
 * what the wire lost, copied or delayed, under the profile whose run goes along with the capture for longest. Where it parts
 * from the capture all the same, it is the nearest one, and it is said where.
 */
export function scenarioFrom(observed: Observed): AsScenario | Refusal {
  if (observed.trace.flights.length === 0) return 'empty';
  if (observed.left > 0) return 'too long';
  const evidence = evidenceOf(observed);
  const first = observed.habits.A.profile;
  let effort = EFFORT;
  const tried = (scenario: Scenario): Tried => {
    const trace = run(scenario);
    effort -= trace.moments.length + 1;
    return { scenario, trace, cost: costOf(scenario, first), ...compared(evidence, trace) };
  };
  let open: Tried[] = [];
  const profiles = [first, ...PROFILE_NAMES.filter((name) => name !== first)];
  const guesses = delaysOf(observed).flatMap((delay) => profiles.flatMap((profile) => [true, false].flatMap((nagle) => [false, true].map((isOne): Guess => ({ profile, nagle, isOne, delay })))));
  for (const scenario of guesses.flatMap((guess) => builtFrom(observed, guess))) {
    if (effort > 0 && open[0]?.parting !== null) open.unshift(tried(scenario));
  }
  open.reverse();
  let [best] = open;
  for (const one of open) if (best === undefined || isBetter(one, best)) best = one;
  if (best === undefined) return 'empty';
  for (let count = 0; count < REPAIRED && effort > 0; count += 1) {
    let next: Tried | undefined;
    for (const one of open) if (one.parting !== null && (best.parting !== null || one.cost < best.cost) && (next === undefined || isBetter(one, next))) next = one;
    if (next === undefined) break;
    const parted = next;
    open = open.filter((one) => one !== parted);
    for (const scenario of repairsOf(evidence, parted)) {
      if (effort <= 0) break;
      const other = tried(scenario);
      if (!isNearer(other, parted)) continue;
      open.push(other);
      if (isBetter(other, best)) best = other;
    }
  }
  if (best.parting !== null) return { scenario: best.scenario, parting: best.parting, text: print(best.scenario) };
  effort = EFFORT;
  const scenario = plain(best.scenario, best.trace, showsDelay(observed), (other) => {
    const one = effort > 0 ? tried(other) : null;
    return one?.parting === null ? one.trace : null;
  });
  return { scenario, parting: null, text: print(scenario) };
}
