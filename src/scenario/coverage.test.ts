import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wildScenario } from '../simulation/arbitrary.ts';
import { run } from '../simulation/run.ts';
import { RULES } from '../tcp/rules/catalogue.ts';
import { parse } from './parse.ts';

/** What random runs reach too rarely, each with the rule that it is for. */
const RARE: Readonly<Record<string, string>> = {
  'other.seq.zero-window': 'server window 0\nalready ESTABLISHED\ninject ACK SEQ 101 ACK 301 LEN 5 to server',
  'other.ack.blind': 'client window 4000\nalready ESTABLISHED\ninject ACK SEQ 101 ACK 4294960000 LEN 5 to server',
  'output.close': 'server listens\nclient connects\nwhen server is SYN-RECEIVED, server sends 10\nmeanwhile server closes',
};

function fired(scenario: Parameters<typeof run>[0]): readonly string[] {
  return run(scenario).moments.flatMap((moment) => (moment.kind === 'endpoint' ? moment.because : []));
}

describe('the rules', () => {
  it.each(Object.entries(RARE))('%s fires where it should', (id, text) => {
    const { scenario, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(fired(scenario)).toContain(id);
  });

  it('all fire in some run', () => {
    const random = fc.sample(wildScenario({ A: 100, B: 300 }), { numRuns: 6000, seed: 9293 });
    const seen = new Set([...random, ...Object.values(RARE).map((text) => parse(text).scenario)].flatMap(fired));
    expect(RULES.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  });

  it('have ids that are unique', () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
