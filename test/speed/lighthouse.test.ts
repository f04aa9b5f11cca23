import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { ARGUMENTS, type Found } from '../browser.ts';

/** A page of each kind, and the least score of each category, 0…100, in Lighthouse's mobile run with its default throttling. */
const KINDS = { 'front door': '/', home: '/en/', lesson: '/ko/three-way-handshake/', lab: '/en/lab/', authoring: '/en/authoring/', ledger: '/ko/how-faithful/' };
const LEAST = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 };
const RUNS = 3;

type Scores = Readonly<Record<keyof typeof LEAST, number>>;
const CATEGORIES = Object.keys(LEAST) as readonly (keyof typeof LEAST)[];

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

let browser: Browser;
let port = 0;
beforeAll(async () => {
  port = await freePort();
  // Written by the global setup, as `Found`.
  const found = JSON.parse(process.env['HANDSHAKE_CHROMIUM'] ?? '') as Found;
  browser = await chromium.launch({
    executablePath: found.executablePath,
    args: [...ARGUMENTS, `--remote-debugging-port=${port}`],
    env: { ...Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))), ...found.env },
  });
});
afterAll(() => browser.close());

interface Run {
  readonly scores: Scores;
  /** The audits that cost points, a line each. */
  readonly lost: readonly string[];
}

async function run(url: string): Promise<Run> {
  const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: [...CATEGORIES] });
  if (result === undefined) throw new Error('Lighthouse gave no result');
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError !== undefined) throw new Error(`Lighthouse: ${runtimeError.message}`);
  const scores = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)])) as Record<keyof typeof LEAST, number>;
  const weighty = CATEGORIES.flatMap((name) => categories[name]?.auditRefs.filter(({ weight }) => weight > 0) ?? []);
  const lost = weighty
    .map(({ id }) => audits[id])
    .filter((audit) => audit !== undefined && audit.score !== null && audit.score < 0.9)
    .map((audit) => `${audit?.id ?? ''}: ${audit?.displayValue ?? audit?.title ?? ''}`);
  return { scores, lost };
}

const isEnough = ({ scores }: Run) => CATEGORIES.every((name) => scores[name] >= LEAST[name]);

function median(runs: readonly Run[]): Scores {
  const middle = (name: keyof typeof LEAST) => runs.map(({ scores }) => scores[name]).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
  return { performance: middle('performance'), accessibility: middle('accessibility'), 'best-practices': middle('best-practices'), seo: middle('seo') };
}

test.each(Object.entries(KINDS))('Lighthouse, mobile: %s', async (kind, path) => {
  const runs: Run[] = [];
  do runs.push(await run(inject('siteUrl') + path));
  while (!isEnough(runs[0] as Run) && runs.length < RUNS);
  const scores = median(runs);
  console.log(`Lighthouse ${kind} ${path}: ${CATEGORIES.map((name) => `${name} ${scores[name]}`).join(', ')} (${runs.length} run${runs.length === 1 ? '' : 's'})`);
  for (const name of CATEGORIES) expect(scores[name], `${name}; points were lost at: ${runs.flatMap(({ lost }) => lost).join('; ')}`).toBeGreaterThanOrEqual(LEAST[name]);
});
