import type { Scenario } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { worldAt } from './world-at.ts';

/** How many moments there are once all has happened that one event brings, of which so many are on view; null where the run was cut off there: nothing can follow. */
export function settled(trace: Trace, shown: number): number | null {
  const { moments, ended } = trace;
  if (shown >= moments.length) return ended === 'bounded' ? null : shown;
  if (shown === 0 || moments[shown]?.at !== moments[shown - 1]?.at) return shown;
  return worldAt(trace, shown).moments.length;
}

/** The run's scenario for something that is done after so many moments: behind the end of a run that was stopped it goes on. */
export function goingOn({ scenario, moments, ended }: Trace, after: number): Scenario {
  return ended === 'stopped' && after >= moments.length ? { ...scenario, stop: null } : scenario;
}
