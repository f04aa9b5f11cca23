import { unmet } from '../../simulation/expectation.ts';
import { run } from '../../simulation/run.ts';
import { HOST_IDS, type Expectation, type Scenario } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';

/** The scenario of a run as a lesson takes it: it ends, everything in it happens, and it expects only what comes true: if nothing else, the states at the end. */
export function lessonScenario({ scenario, actsDone, undone, ended, endedAt }: Trace): Scenario {
  const stop = ended === 'bounded' ? { type: 'at', ms: endedAt } as const : scenario.stop;
  const bare = { ...scenario, script: scenario.script.slice(0, actsDone), interventions: scenario.interventions.filter((one) => !undone.includes(one)), stop };
  const trace = run(bare);
  const broken = unmet(trace).flatMap((one) => (one.type === 'expectation' ? [one.index] : []));
  const kept = scenario.expect.filter((_, index) => !broken.includes(index));
  const states = HOST_IDS.map((host): Expectation => ({ type: 'state', host, state: trace.end[host].state }));
  return { ...bare, expect: kept.length > 0 ? kept : states };
}
