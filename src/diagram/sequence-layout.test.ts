import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../test/course-traces.ts';
import { diagramWords } from '../../test/diagram-words.ts';
import { randomScenario } from '../../test/random-scenarios.ts';
import { run } from '../simulation/run.ts';
import type { Trace } from '../simulation/trace.ts';
import { drawPool } from './edge/draw-pool.ts';
import { finish } from './edge/finish.ts';
import { lineHeight, textWidth } from './edge/font-metrics.ts';
import { named } from './named-drawing.ts';
import { mermaidOf, sequenceOf, type Sequence } from './sequence-diagram.ts';
import { drawSequence } from './sequence-drawing.ts';
import { layOut } from './sequence-layout.ts';

const NAMING = { id: 'd', title: 'A run', description: 'What happens' };
const LANGUAGES = [diagramWords('en'), diagramWords('ko')];

const byMermaid = drawPool();

async function drawnByMermaid(sequence: Sequence): Promise<string> {
  return finish(await byMermaid(mermaidOf(sequence)), NAMING);
}

function drawnByUs(sequence: Sequence): string {
  return named(drawSequence(layOut(sequence, { width: textWidth, line: lineHeight })), 'hl-sequence', NAMING);
}

function sequencesOf(trace: Trace, until = Infinity): readonly Sequence[] {
  return LANGUAGES.map((words) => sequenceOf(trace, words, { until }));
}

test.each(COURSE_SCENARIOS)('%s is drawn in a page as Mermaid draws it, to the byte', async (name) => {
  for (const sequence of sequencesOf(courseTrace(name))) expect(drawnByUs(sequence)).toBe(await drawnByMermaid(sequence));
});

test('whatever a reader makes of a run, and up to whatever moment', async () => {
  const name = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('클라이언트', 'a:b#c', 'end', 'wrap', '<b>&"', ' '));
  await fc.assert(
    fc.asyncProperty(randomScenario, name, name, fc.nat({ max: 40 }), async (scenario, a, b, until) => {
      const { hosts } = scenario;
      const trace = run({ ...scenario, hosts: { A: { ...hosts.A, name: a }, B: { ...hosts.B, name: b } } });
      for (const sequence of sequencesOf(trace, until)) expect(drawnByUs(sequence)).toBe(await drawnByMermaid(sequence));
    }),
    { numRuns: 60 },
  );
});
