import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseWords } from '../../test/course-traces.ts';
import { randomScenario } from '../../test/random-scenarios.ts';
import { RARE_SCENARIOS } from '../../test/rare-scenarios.ts';
import { UNSPOKEN } from '../../test/unspoken-scenarios.ts';
import { parse } from '../scenario/parse.ts';
import { run } from '../simulation/run.ts';
import { HOST_RULES } from '../simulation/host/catalogue.ts';
import { RULES } from '../tcp/rules/catalogue.ts';
import { narrate } from './narrate.ts';
import type { Trace } from '../simulation/trace.ts';
import { say } from './say.ts';
import type { Sentence } from './sentence.ts';
import { summary } from './summary.ts';

const LANGUAGES = [courseWords('en'), courseWords('ko')];
const RUNS = 2000;

/** Every sentence about the run that a language cannot say. */
function gaps(trace: Trace): readonly Sentence[] {
  const told = narrate(trace).flatMap(({ happened, reasons, outcomes }) => [happened, ...[...reasons, ...outcomes].map((it) => it.sentence)]);
  return [...told, ...summary(trace)].filter((it) => LANGUAGES.some((words) => !(it.key in words) || /\{\{|undefined|NaN/.test(say(it, words))));
}

test('whatever happens is told without a gap, and every rule of the catalogue comes up', () => {
  const fired = new Set<string>();
  const tell = (trace: Trace): void => {
    for (const moment of trace.moments) if (moment.kind === 'endpoint') for (const rule of moment.because) fired.add(rule);
    expect(gaps(trace)).toEqual([]);
  };
  for (const scenario of [...Object.values(RARE_SCENARIOS).map((text) => parse(text).scenario), ...UNSPOKEN]) tell(run(scenario));
  fc.assert(
    fc.property(randomScenario, (scenario) => {
      tell(run(scenario));
    }),
    { numRuns: RUNS, seed: 9293 },
  );
  expect([...RULES, ...HOST_RULES].map(({ id }) => id).filter((id) => !fired.has(id))).toEqual([]);
});
