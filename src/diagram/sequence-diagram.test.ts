import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courseTrace, COURSE_SCENARIOS } from '../../test/course-traces.ts';
import { diagramWords } from '../../test/diagram-words.ts';
import { randomScenario } from '../../test/random-scenarios.ts';
import { EMPTY_SCENARIO, type Scenario } from '../simulation/scenario.ts';
import { run } from '../simulation/run.ts';
import { sequenceDiagram } from './sequence-diagram.ts';

const en = diagramWords('en');
const ko = diagramWords('ko');

function named(client: string): Scenario {
  const { hosts } = EMPTY_SCENARIO;
  return { ...EMPTY_SCENARIO, hosts: { ...hosts, A: { ...hosts.A, name: client } } };
}

describe('sequenceDiagram', () => {
  test.each(['three-way', 'syn-lost', 'simultaneous-open', 'old-duplicate-syn', 'half-open-syn', 'data-duplicated'])('%s reads as before, byte for byte', (name) => {
    expect(sequenceDiagram(courseTrace(name), en)).toMatchSnapshot('en');
    expect(sequenceDiagram(courseTrace(name), ko)).toMatchSnapshot('ko');
  });

  test('says the same for the same trace', () => {
    for (const name of COURSE_SCENARIOS) expect(sequenceDiagram(courseTrace(name), ko)).toBe(sequenceDiagram(courseTrace(name), ko));
  });

  test('draws any run up to any moment, in both languages, without a line that is no statement', () => {
    fc.assert(
      fc.property(randomScenario, fc.nat(40), (scenario, until) => {
        const trace = run(scenario);
        for (const words of [en, ko]) {
          for (const line of sequenceDiagram(trace, words, { until }).trimEnd().split('\n').slice(1)) {
            expect(line).toMatch(/^(participant [AB] as .+|Note over (A|B|A,B): .+|[AB](->>|-\)|-x|-->|-->>|--\))[AB]: .+)$/u);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('up to a moment it never shows what comes later', () => {
    const trace = courseTrace('syn-lost');
    for (let until = 0; until < trace.moments.length; until += 1) {
      const states = trace.moments.slice(until).flatMap((moment) => (moment.kind === 'endpoint' && moment.before.state !== moment.after.state ? [`${moment.before.state} ↓<br/>${moment.after.state}`] : []));
      const seen = sequenceDiagram(trace, en, { until });
      const before = trace.moments.slice(0, until).flatMap((moment) => (moment.kind === 'endpoint' ? [`${moment.before.state} ↓<br/>${moment.after.state}`] : []));
      for (const state of states) if (!before.includes(state)) expect(seen).not.toContain(state);
    }
    expect(sequenceDiagram(trace, en, { until: 0 }).trimEnd().split('\n')).toHaveLength(3);
  });

  test('a segment on its way is a departing half until it arrives', () => {
    const trace = courseTrace('three-way');
    const sent = trace.moments.findIndex((moment) => moment.kind === 'endpoint' && moment.sent.length > 0);
    expect(sequenceDiagram(trace, en, { until: sent + 1 })).toContain('A-->B: SYN');
    expect(sequenceDiagram(trace, en)).toContain('A->>B: SYN');
  });

  test.each(['# 1;', 'end', 'wrap: me', '<b>x</b>', '%%{init: {}}%%', 'a\nb', '$$x$$'])('a host called %j cannot break out of its line', (name) => {
    const lines = sequenceDiagram(run(named(name)), en).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/^participant A as (?:[\p{L}\p{N} .:…/-]|#\d+;)+<br\/>CLOSED$/u);
    expect(lines[1]).not.toMatch(/\bend\b/u);
  });
});
