import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, type ParseError } from 'jsonc-parser';
import { KINDS } from '../exercise/exercise.ts';
import { makeExercise } from '../exercise/make-exercise.ts';
import { ROOT } from './course.ts';
import { GLOSSARY_FILE } from './glossary.ts';
import type { Trace } from '../simulation/trace.ts';
import type { Library } from './lesson.ts';
import { checkScenario, type CheckedScenario } from './scenario.ts';

/** The file that says where each misconception is treated, from the root. */
export const MISCONCEPTIONS_FILE = 'content/misconceptions.json';

const folderBelow = (root: URL) => new URL('content/scenarios/', root);
const libraries = new Map<string, Library>();

/** The file of a scenario, whether it exists or not. */
export function scenarioFile(name: string, root: URL = ROOT): string {
  return fileURLToPath(new URL(`${encodeURIComponent(name)}.scenario`, folderBelow(root)));
}

/** What lessons below a root are checked against, as it is on the disk whenever it is asked; a scenario is run again only when its text has changed. The same for all who ask. */
export function libraryBelow(root: URL): Library {
  const known = libraries.get(root.href) ?? newLibrary(root);
  libraries.set(root.href, known);
  return known;
}

/** The same of this project. */
export function scenarioLibrary(): Library {
  return libraryBelow(ROOT);
}

function newLibrary(root: URL): Library {
  const checked = new Map<string, { readonly text: string; readonly result: CheckedScenario }>();
  const folder = folderBelow(root);
  const made = new WeakMap<Trace, Map<string, boolean>>();
  return {
    get names() {
      return readdirSync(folder).flatMap((file) => (file.endsWith('.scenario') ? [file.slice(0, -'.scenario'.length)] : [])).toSorted();
    },
    scenario(name) {
      const file = scenarioFile(name, root);
      if (!existsSync(file)) return null;
      const text = readFileSync(file, 'utf8');
      const known = checked.get(name);
      if (known?.text === text) return known.result;
      const result = checkScenario(text, file);
      checked.set(name, { text, result });
      return result;
    },
    get misconceptions() {
      return namesIn(new URL(MISCONCEPTIONS_FILE, root));
    },
    get terms() {
      return namesIn(new URL(GLOSSARY_FILE, root));
    },
    applies(kind, trace, seed) {
      const asked = made.get(trace) ?? new Map<string, boolean>();
      made.set(trace, asked);
      const key = `${kind} ${seed}`;
      const does = asked.get(key) ?? KINDS.some((known) => known === kind && makeExercise(trace, known, seed) !== null);
      asked.set(key, does);
      return does;
    },
  };
}

const names = new Map<string, { readonly text: string; readonly result: readonly string[] }>();

/** The names that a JSON file of named things has, as far as it can be read; what is wrong with it is told elsewhere. */
function namesIn(file: URL): readonly string[] {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '{}';
  const known = names.get(file.href);
  if (known?.text === text) return known.result;
  const errors: ParseError[] = [];
  const data: unknown = parse(text, errors);
  const result = typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.keys(data) : [];
  names.set(file.href, { text, result });
  return result;
}
