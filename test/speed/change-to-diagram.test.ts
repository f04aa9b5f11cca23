import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { awake, DEVICES, openPage } from '../site/island-page.ts';
import { changeTimes, percentile } from './change-times.ts';

/** From a reader's change to the new diagram, ms at the 95th percentile, CPU slowed four times, Mermaid already there. */
const BUDGET = 200;

/** What else the machine does can only add to a time: the best of so many rounds counts. */
const ROUNDS = 4;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test.each(['three-way-handshake', 'four-way-handshake'])('in %s the diagram follows a change in time', async (lesson) => {
  const { page } = await openPage(browser, `/en/${lesson}/`, DEVICES.phone);
  const island = await awake(page.locator('.isl-simulation').first());
  await island.locator('.isl-lose').first().tap();
  await island.locator('.isl-picture[aria-busy="false"] .isl-drawn').waitFor();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const rounds: number[] = [];
  while (rounds.length < ROUNDS && Math.min(Infinity, ...rounds) > BUDGET) rounds.push(percentile(await changeTimes(island), 0.95));
  console.log(`${lesson}: 95th percentile ${rounds.map((late) => `${String(Math.round(late))} ms`).join(', ')}`);
  expect(Math.min(...rounds)).toBeLessThanOrEqual(BUDGET);
});
