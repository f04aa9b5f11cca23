import { createServer } from 'node:net';
import lighthouse, { type Flags } from 'lighthouse';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';

/** A page of each kind that the site has, in one of its languages. */
export const KINDS = {
  'front-door': '/',
  home: '/en/',
  lesson: '/ko/three-way-handshake/',
  lab: '/en/lab/',
  authoring: '/en/authoring/',
  ledger: '/ko/how-faithful/',
  progress: '/en/progress/',
} as const;

/** The categories of Lighthouse. */
export type Category = 'performance' | 'accessibility' | 'best-practices' | 'seo';

/** What one run of Lighthouse says of a page. */
export interface Verdict {
  /** 0…100, of the categories that were asked for. */
  readonly scores: Readonly<Partial<Record<Category, number>>>;
  /** The audits that cost points, a line each. */
  readonly lost: readonly string[];
}

/** A browser that Lighthouse can use. */
export interface Judge {
  /** One run as on a phone; throws where Lighthouse could not load the page. */
  readonly judge: (url: string, categories: readonly Category[], flags?: Flags) => Promise<Verdict>;
  readonly close: () => Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => {
        resolve(address !== null && typeof address === 'object' ? address.port : 0);
      });
    });
  });
}

async function judged(url: string, port: number, categories: readonly Category[], flags: Flags = {}): Promise<Verdict> {
  const result = await lighthouse(url, { ...flags, port, output: 'json', logLevel: 'error', onlyCategories: [...categories] });
  if (result === undefined) throw new Error('Lighthouse gave no result');
  const { audits, runtimeError, categories: found } = result.lhr;
  if (runtimeError !== undefined) throw new Error(`Lighthouse: ${runtimeError.message}`);
  const scores = Object.fromEntries(categories.map((name) => [name, Math.round((found[name]?.score ?? 0) * 100)]));
  const lost = categories
    .flatMap((name) => found[name]?.auditRefs.filter(({ weight }) => weight > 0) ?? [])
    .map(({ id }) => audits[id])
    .filter((audit) => audit !== undefined && audit.score !== null && audit.score < 0.9)
    .map((audit) => `${audit?.id ?? ''}: ${audit?.displayValue ?? audit?.title ?? ''}`);
  return { scores, lost };
}

/** Starts a browser for Lighthouse, which reaches it by a port of its own. */
export async function startJudge(): Promise<Judge> {
  const port = await freePort();
  const browser: Browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  return { judge: (url, categories, flags) => judged(url, port, categories, flags), close: () => browser.close() };
}
