import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegrationLogger, HookParameters } from 'astro';
import { ROOT } from '../../check/course.ts';
import { PROBLEMS_APP, PROBLEMS_EVENT, type Looked, type ToldProblems } from './told-problem.ts';

type Setup = HookParameters<'astro:server:setup'>;

/** An editor writes a file in several steps, and several files at once: ms. */
const SETTLED = 100;

const CONTENT = fileURLToPath(new URL('content/', ROOT));

/** While somebody writes: looks through the whole content whenever a file of it changes, and tells what is wrong in the terminal and in every open page. */
export function tellProblems(server: Setup['server'], toolbar: Setup['toolbar'], logger: AstroIntegrationLogger): void {
  const worker = new Worker(new URL('./problems-worker.ts', import.meta.url), { execArgv: [] });
  let told: ToldProblems | null = null;
  let timer: NodeJS.Timeout | undefined;

  worker.on('message', (looked: Looked) => {
    const before = told;
    told = looked.told;
    if (JSON.stringify(before) === JSON.stringify(told)) return;
    toolbar.send(PROBLEMS_EVENT, told);
    if (told.problems.length > 0) logger.warn(`${told.summary}\n\n${looked.report}\n`);
    else if (before !== null && before.problems.length > 0) logger.info(told.summary);
  });
  worker.on('error', (error) => {
    logger.error(`The content is no longer looked through: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });
  worker.unref();
  const look = () => {
    worker.postMessage('look');
  };
  server.watcher.on('all', (_event, path) => {
    if (!path.startsWith(CONTENT)) return;
    clearTimeout(timer);
    timer = setTimeout(look, SETTLED);
  });
  // The server begins anew where its configuration changes, such as the order of the course.
  server.httpServer?.once('close', () => {
    clearTimeout(timer);
    void worker.terminate();
  });
  toolbar.onAppInitialized(PROBLEMS_APP, () => {
    if (told !== null) toolbar.send(PROBLEMS_EVENT, told);
  });
  look();
}
