import { parse } from '../scenario/parse.ts';
import { run } from '../simulation/run.ts';
import type { Trace } from '../simulation/trace.ts';

const TEXTS: Readonly<Record<string, string>> = import.meta.glob('../../content/scenarios/*.scenario', { query: '?raw', import: 'default', eager: true });
const runs = new Map<string, Trace>();

/** The text of a scenario of the course; throws where there is none of this name. */
export function scenarioText(name: string): string {
  const text = TEXTS[`../../content/scenarios/${name}.scenario`];
  if (text === undefined) throw new Error(`There is no content/scenarios/${name}.scenario`);
  return text;
}

/** The run of a scenario of the course. */
export function scenarioRun(name: string): Trace {
  const known = runs.get(name);
  if (known !== undefined) return known;
  const trace = run(parse(scenarioText(name)).scenario);
  runs.set(name, trace);
  return trace;
}
