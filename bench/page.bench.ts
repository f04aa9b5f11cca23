import type { Browser } from 'playwright-core';
import { DIST, ensureBuilt } from '../scripts/site-build.ts';
import { serve } from '../scripts/serve.ts';
import { launchBrowser } from '../test/browser.ts';
import { record } from '../test/site/transfer.ts';
import { changeEfforts, changeTimes, percentile } from './change-times.ts';
import type { Figure } from './figure.ts';

const PHONE = { viewport: { width: 412, height: 823 }, hasTouch: true, isMobile: true };
const LESSON = 'en/three-way-handshake/';
const WEIGHED = { home: 'en/', lesson: LESSON, authoring: 'en/authoring/' };

async function weightOf(browser: Browser, kind: string, address: string): Promise<readonly Figure[]> {
  const page = await browser.newPage(PHONE);
  const loaded = await record(await page.context().newCDPSession(page));
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.close();
  const sum = (counted: typeof loaded) => counted.reduce((bytes, one) => bytes + one.bytes, 0) / 1000;
  return [
    { name: `${kind}-transferred-kb`, value: sum(loaded), unit: 'kB' },
    { name: `${kind}-script-kb`, value: sum(loaded.filter(({ script }) => script)), unit: 'kB' },
  ];
}

/** From a change to its diagram, what draws it already there, on a processor four times slower than this one. */
const SLOWER = 4;
const BUDGET_MS = 200;

/** How long a reader waits by the clock, and how much of it is the page's own work: the clock also counts what the machine does beside. */
async function changeToDiagram(browser: Browser, address: string): Promise<readonly Figure[]> {
  const page = await browser.newPage(PHONE);
  await page.goto(address);
  const island = page.locator('.isl-simulation').first();
  await island.scrollIntoViewIfNeeded();
  // It wakes at the first touch.
  await island.dispatchEvent('pointerover');
  await island.locator('xpath=ancestor::astro-island[not(@ssr)]').waitFor({ state: 'attached' });
  await island.locator('.isl-lose').first().tap();
  await island.locator('.isl-picture[aria-busy="false"] .isl-drawn').waitFor();
  const devtools = await page.context().newCDPSession(page);
  const effort = percentile(await changeEfforts(island, devtools), 0.95) * SLOWER;
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const value = percentile(await changeTimes(island), 0.95);
  await page.close();
  return [
    { name: 'change-to-diagram-p95-ms', value, unit: 'ms' },
    { name: 'change-to-diagram-processor-p95-ms', value: effort, unit: 'ms' },
    { name: 'change-to-diagram-budget-ms', value: BUDGET_MS, unit: 'ms' },
  ];
}

/** What the built site weighs, and how fast it answers, in a real browser. */
export async function measure(): Promise<readonly Figure[]> {
  await ensureBuilt();
  const site = await serve(DIST, 0);
  const browser = await launchBrowser();
  try {
    const figures: Figure[] = [];
    for (const [kind, path] of Object.entries(WEIGHED)) figures.push(...(await weightOf(browser, kind, `${site.url}/${path}`)));
    return [...figures, ...(await changeToDiagram(browser, `${site.url}/${LESSON}`))];
  } finally {
    await browser.close();
    await site.close();
  }
}
