import { parse } from '../scenario/parse.ts';
import { run } from '../simulation/run.ts';
import type { Trace } from '../simulation/trace.ts';

const TEXTS: Readonly<Record<string, string>> = import.meta.glob('../../content/scenarios/*.scenario', { query: '?raw', import: 'default', eager: true });
/** The names of all scenarios of the course, sorted. */
export const SCENARIO_NAMES: readonly string[] = Object.keys(TEXTS).map((path) => path.replace(/^.*\/|\.scenario$/gu, '')).sort();

/** By text, because a text may change while pages are being written. */
const runs = new Map<string, Trace>();

/** The text of a scenario of the course; throws where there is none of this name. */
export function scenarioText(name: string): string {
  const text = TEXTS[`../../content/scenarios/${name}.scenario`];
  if (text === undefined) throw new Error(`There is no content/scenarios/${name}.scenario`);
  return text;
}

/** The run of a scenario of the course. */
export function scenarioRun(name: string): Trace {
  return scriptRun(scenarioText(name));
}

/** The run of a scenario that is written out in a lesson. */
export function scriptRun(text: string): Trace {
  const trace = runs.get(text) ?? run(parse(text).scenario);
  runs.set(text, trace);
  return trace;
}
