import { Worker } from 'node:worker_threads';
import { workerFile } from './project-root.ts';

type Answer = { readonly job: number; readonly svg: string } | { readonly job: number; readonly error: string; readonly line: number; readonly column: number };

/** Why Mermaid does not accept a text, and where, counted from 1. */
export class MermaidError extends Error {
  readonly line: number;
  readonly column: number;
  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

interface Waiting {
  readonly resolve: (svg: string) => void;
  readonly reject: (error: Error) => void;
}

/** Draws Mermaid texts, or only reads them, one after another, in a worker that starts with the first and does not keep the process alive. */
export function drawPool(): (text: string, isOnlyRead?: boolean) => Promise<string> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let jobs = 0;

  const settle = (answer: Answer): void => {
    const job = waiting.get(answer.job);
    waiting.delete(answer.job);
    if (waiting.size === 0) worker?.unref();
    if ('svg' in answer) job?.resolve(answer.svg);
    else job?.reject(new MermaidError(answer.error, answer.line, answer.column));
  };
  const start = (): Worker => {
    const started = new Worker(workerFile(), { execArgv: [] });
    started.on('message', settle);
    started.on('error', (error) => {
      worker = null;
      for (const job of waiting.values()) job.reject(error instanceof Error ? error : new Error(String(error)));
      waiting.clear();
    });
    return started;
  };
  return (text, isOnlyRead = false) =>
    new Promise((resolve, reject) => {
      worker ??= start();
      worker.ref();
      jobs += 1;
      waiting.set(jobs, { resolve, reject });
      worker.postMessage({ job: jobs, text, isOnlyRead });
    });
}
