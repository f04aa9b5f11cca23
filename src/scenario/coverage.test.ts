import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RARE_SCENARIOS } from '../../test/rare-scenarios.ts';
import { UNSPOKEN } from '../../test/unspoken-scenarios.ts';
import { wildScenario } from '../simulation/arbitrary.ts';
import { unmet } from '../simulation/expectation.ts';
import { run } from '../simulation/run.ts';
import type { Trace } from '../simulation/trace.ts';
import { HOST_RULES } from '../simulation/host/catalogue.ts';
import type { Flags } from '../tcp/flags.ts';
import { arrives } from '../tcp/rules/arrives.ts';
import { RULES } from '../tcp/rules/catalogue.ts';
import { STATES } from '../tcp/state.ts';
import { parse } from './parse.ts';

const EVERY_FLAGS = Array.from({ length: 256 }, (_none, bits) => bits as Flags);
const ALL = [...RULES, ...HOST_RULES];

function fired({ moments }: Trace): readonly string[] {
  return moments.flatMap((moment) => (moment.kind === 'endpoint' ? moment.because : []));
}

describe('the rules', () => {
  it.each(Object.entries(RARE_SCENARIOS))('%s fires where it should, and the run ends as it says', (id, text) => {
    const { scenario, problems } = parse(text);
    expect(problems).toEqual([]);
    const trace = run(scenario);
    expect(fired(trace)).toContain(id);
    expect(unmet(trace)).toEqual([]);
  });

  it('all fire in some run', () => {
    const random = fc.sample(wildScenario({ A: 100, B: 300 }), { numRuns: 2000, seed: 9293 });
    const seen = new Set([...random, ...Object.values(RARE_SCENARIOS).map((text) => parse(text).scenario), ...UNSPOKEN].flatMap((scenario) => fired(run(scenario))));
    const ids = ALL.map(({ id }) => id);
    expect(ids.filter((id) => !seen.has(id))).toEqual([]);
    // Nor does any fire that the catalogue leaves out, and that nobody would miss.
    expect([...seen].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('that segments meet in some state are all in the catalogue', () => {
    const asked = new Set(STATES.flatMap((state) => EVERY_FLAGS.flatMap((flags) => arrives(state, flags).map(({ id }) => id))));
    expect([...asked].filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([]);
    expect(asked.size).toBeGreaterThan(50);
  });

  it('have ids that are unique', () => {
    const ids = ALL.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
