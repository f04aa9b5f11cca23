import { readdirSync, readFileSync } from 'node:fs';
import { parse } from '../src/scenario/parse.ts';
import { run } from '../src/simulation/run.ts';
import type { Trace } from '../src/simulation/trace.ts';

const FOLDER = new URL('../content/scenarios/', import.meta.url);

/** The trace of one scenario of the course, run anew on every call. */
export function courseTrace(name: string): Trace {
  return run(parse(readFileSync(new URL(`${name}.scenario`, FOLDER), 'utf8')).scenario);
}

/** The names of all scenarios of the course. */
export const COURSE_SCENARIOS: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.scenario'))
  .map((file) => file.slice(0, -'.scenario'.length))
  .sort();

/** The messages of a language by key. */
export function courseWords(language: 'en' | 'ko'): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(new URL(`../content/i18n/${language}.json`, import.meta.url), 'utf8')) as Record<string, string>;
}
