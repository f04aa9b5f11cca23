import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { KINDS } from '../../exercise/exercise.ts';
import { makeExercise } from '../../exercise/make-exercise.ts';
import { ROOT } from '../course.ts';
import type { Library } from './lesson.ts';
import { checkScenario, type CheckedScenario } from './scenario.ts';

const FOLDER = new URL('content/scenarios/', ROOT);

/** The file of a scenario, whether it exists or not. */
export function scenarioFile(name: string): string {
  return fileURLToPath(new URL(`${encodeURIComponent(name)}.scenario`, FOLDER));
}

/** The scenarios of the course as they are on the disk now; each is run again only when its text has changed. */
export function scenarioLibrary(): Library {
  const checked = new Map<string, { readonly text: string; readonly result: CheckedScenario }>();
  return {
    get names() {
      return readdirSync(FOLDER).flatMap((file) => (file.endsWith('.scenario') ? [file.slice(0, -'.scenario'.length)] : [])).toSorted();
    },
    scenario(name) {
      const file = scenarioFile(name);
      if (!existsSync(file)) return null;
      const text = readFileSync(file, 'utf8');
      const known = checked.get(name);
      if (known?.text === text) return known.result;
      const result = checkScenario(text, file);
      checked.set(name, { text, result });
      return result;
    },
    applies(kind, trace, seed) {
      return KINDS.some((known) => known === kind && makeExercise(trace, known, seed) !== null);
    },
  };
}
