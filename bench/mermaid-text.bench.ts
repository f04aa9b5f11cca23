import { readFileSync } from 'node:fs';
import { sequenceDiagram } from '../src/diagram/sequence-diagram.ts';
import { parse } from '../src/scenario/parse.ts';
import { run } from '../src/simulation/run.ts';
import { COURSE_SCENARIOS } from '../test/course-traces.ts';
import { diagramWords } from '../test/diagram-words.ts';
import { median, timesPerSecond, type Figure } from './figure.ts';

/** From a scenario's text to its Mermaid text: the median scenario of the course, and the slowest one. */
export function measure(): Promise<readonly Figure[]> {
  const words = diagramWords('en');
  const times = COURSE_SCENARIOS.map((name) => {
    const text = readFileSync(new URL(`../content/scenarios/${name}.scenario`, import.meta.url), 'utf8');
    return 1000 / timesPerSecond(() => sequenceDiagram(run(parse(text).scenario), words), { roundMs: 40, rounds: 3 });
  });
  return Promise.resolve([
    { name: 'text-to-mermaid-ms', value: median(times), unit: 'ms' },
    { name: 'text-to-mermaid-slowest-ms', value: Math.max(...times), unit: 'ms' },
  ]);
}
