import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../scenario/parse.ts';
import { wildScenario } from '../../simulation/arbitrary.ts';
import { unmet } from '../../simulation/expectation.ts';
import { run } from '../../simulation/run.ts';
import { lessonScenario } from './lesson-scenario.ts';

const runOf = (text: string) => run(parse(text).scenario);

describe('the scenario for a lesson', () => {
  it('keeps what the author expects as far as it comes true', () => {
    const opened = 'server listens\nclient connects\n';
    const { scenario } = runOf(`${opened}expect client ESTABLISHED\nexpect server LISTEN`);
    expect(scenario.expect).toHaveLength(2);
    expect(lessonScenario(run(scenario))).toEqual({ ...scenario, expect: scenario.expect.slice(0, 1) });
  });

  it('expects the states at the end where nothing else comes true, and leaves out what never happens', () => {
    const trace = runOf('client connects\nwhen client is ESTABLISHED, client closes\nexpect client ESTABLISHED');
    expect(lessonScenario(trace)).toEqual(parse('client connects\nexpect client CLOSED\nexpect server CLOSED').scenario);
  });

  it('always ends as it says', () => {
    fc.assert(
      fc.property(wildScenario({ A: 100, B: 300 }), (scenario) => {
        expect(unmet(run(lessonScenario(run(scenario))))).toEqual([]);
      }),
      { numRuns: 150, seed: 9293 },
    );
  });
});
