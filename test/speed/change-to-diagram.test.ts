import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { awake, DEVICES, openPage } from '../site/island-page.ts';
import { changeEfforts, percentile } from './change-times.ts';

/** From a reader's change to the new diagram, ms at the 95th percentile, Mermaid already there, on a processor four times slower than this one. */
const BUDGET = 200;
const SLOWER = 4;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Each on a page of its own, with nothing drawn yet. What the machine does beside can only add to a time, so the best round counts. */
const ROUNDS = 8;

async function effortOf(lesson: string): Promise<number> {
  const { page } = await openPage(browser, `/en/${lesson}/`, DEVICES.phone);
  const island = await awake(page.locator('.isl-simulation').first());
  await island.locator('.isl-lose').first().tap();
  await island.locator('.isl-picture[aria-busy="false"] .isl-drawn').waitFor();
  const efforts = await changeEfforts(island, await page.context().newCDPSession(page));
  await page.close();
  return percentile(efforts, 0.95) * SLOWER;
}

// Processor time, not the clock's: the clock also counts what the machine does beside (`npm run bench` prints it).
test.each(['three-way-handshake', 'four-way-handshake'])('in %s the work between a change and its diagram is within the budget', async (lesson) => {
  const rounds: number[] = [];
  while (rounds.length < ROUNDS && Math.min(Infinity, ...rounds) > BUDGET) rounds.push(await effortOf(lesson));
  console.log(`${lesson}: 95th percentile ${rounds.map((late) => `${String(Math.round(late))} ms`).join(', ')}`);
  expect(Math.min(...rounds)).toBeLessThanOrEqual(BUDGET);
});
