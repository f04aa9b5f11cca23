import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest } from '../check/nearest.ts';
import { Misuse } from './command.ts';

const SCENARIOS = new URL('../../content/scenarios/', import.meta.url);

/** A text that a command was given, and the file that it is from. */
export interface Source {
  /** The name of a scenario of the course; null where the text is another. */
  readonly name: string | null;
  readonly file: string;
  readonly text: string;
}

/** The names of all scenarios of the course. */
export function scenarioNames(): readonly string[] {
  return readdirSync(SCENARIOS).flatMap((file) => (file.endsWith('.scenario') ? [file.slice(0, -'.scenario'.length)] : [])).toSorted();
}

/** What `given` names: `-` the standard input, else a file, else a scenario of the course. */
export function sourceOf(given: string): Source {
  if (given === '-') return { name: null, file: 'stdin', text: readFileSync(0, 'utf8') };
  if (existsSync(given)) return { name: null, file: resolve(given), text: readText(given) };
  const names = scenarioNames();
  if (!names.includes(given)) throw new Misuse(`There is no file and no scenario of the course “${given}”. Did you mean “${nearest(given, names)}”?`);
  const file = fileURLToPath(new URL(`${given}.scenario`, SCENARIOS));
  return { name: given, file, text: readText(file) };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Misuse(`${file} cannot be read: ${error instanceof Error ? error.message : ''}`);
  }
}
