import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WORKER = join('src', 'diagram', 'edge', 'draw-worker.ts');

/** The folder of this project, also when this module was bundled to somewhere below it, or the build was started in it. */
export function projectRoot(): string {
  for (const start of [dirname(fileURLToPath(import.meta.url)), process.cwd()]) {
    for (let folder = start; ; folder = dirname(folder)) {
      if (existsSync(join(folder, WORKER))) return folder;
      if (folder === dirname(folder)) break;
    }
  }
  throw new Error(`No folder above ${process.cwd()} holds ${WORKER}`);
}

/** The file of the worker that draws. */
export function workerFile(): string {
  return join(projectRoot(), WORKER);
}
