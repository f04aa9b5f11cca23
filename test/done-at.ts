import { run } from '../src/simulation/run.ts';
import type { Action } from '../src/simulation/scenario.ts';
import type { Moment, Trace } from '../src/simulation/trace.ts';
import type { World } from '../src/simulation/world.ts';

/** Whether an act of the same instant would come before it. */
function isAfterActs(moment: Moment): boolean {
  return moment.kind === 'released' || (moment.kind === 'endpoint' && moment.event.type.endsWith('TIMEOUT'));
}

/** At how many places a run is looked at: the long ones repeat themselves. */
const MOST = 40;

/** After how many moments of the run an act at that time comes behind all that has happened, and before all that has not. */
export function placesForActs({ moments, ended }: Trace): readonly number[] {
  const stride = Math.ceil((moments.length + 1) / MOST);
  const counts = [0, ...moments.map(({ index }) => index + 1)].filter((count) => count % stride === 0 || count === moments.length);
  return counts.filter((count) => {
    const now = moments[count - 1]?.at ?? 0;
    const next = moments[count];
    // Behind the scenario's stop nothing happens.
    if (next === undefined && ended !== 'quiet') return false;
    return (next === undefined || next.at > now) && !moments.some((moment) => moment.at === now && isAfterActs(moment));
  });
}

/** The run in which one more act happens at the time of the world. */
export function runWith({ scenario, nextAct, now }: World, action: Action): Trace {
  const act = { when: { type: 'at', ms: now }, action } as const;
  return run({ ...scenario, script: scenario.script.toSpliced(nextAct, 0, act) });
}
