import type { Browser, Locator, Page } from 'playwright-core';
import { DIST, ensureBuilt } from '../scripts/site-build.ts';
import { serve } from '../scripts/serve.ts';
import { launchBrowser } from '../test/browser.ts';
import { percentile } from './change-times.ts';
import type { Figure } from './figure.ts';
import { linkOf, openLab, transferOf } from './lab-page.ts';

const PHONE = { viewport: { width: 412, height: 823 }, hasTouch: true, isMobile: true };
const SLOWER = 4;
const TAPS = 24;
/** What else the machine does can only add to a time: the best of so many rounds, each on a page of its own, counts. */
const ROUNDS = 3;

/** One tap on what can be done to the segment in question, and the wait until the frame with the changed drawing has been painted, ms. Runs in the page. */
async function tapped(island: Element, drawing: string): Promise<number> {
  const deed = island.querySelector<HTMLElement>('.isl-at-hand .isl-deed');
  const drawn = () => [...island.querySelectorAll(drawing)].find((svg) => svg.getClientRects().length > 0)?.outerHTML;
  if (deed === null) throw new Error('There is nothing to tap');
  const before = drawn();
  const began = performance.now();
  deed.click();
  do {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  } while (island.querySelector('.isl-picture[aria-busy="true"]') !== null || drawn() === before);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - began;
}

/** How long each frame takes while the reader drags the slider over the whole run, then scrolls the ladder, ms. Runs in the page. */
async function dragged(island: Element): Promise<readonly number[]> {
  const slider = island.querySelector<HTMLInputElement>('.isl-scrub input');
  const box = island.querySelector('.isl-ladder');
  if (slider === null || box === null) throw new Error('There is no ladder with a slider');
  const frames: number[] = [];
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  let last = await frame();
  const next = async () => {
    const now = await frame();
    frames.push(now - last);
    last = now;
  };
  const most = Number(slider.max);
  for (let at = 0; at <= 120; at += 1) {
    slider.value = String(Math.round((most * at) / 120));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await next();
  }
  for (let at = 0; at <= 60; at += 1) {
    box.scrollTop = (box.scrollHeight * at) / 60;
    await next();
  }
  return frames;
}

/** A page of the Lab on a slow phone, measured and closed. */
async function onSlowPhone(browser: Browser, address: string, measure: (island: Locator, page: Page) => Promise<number>): Promise<number> {
  const { page, island } = await openLab(browser, address, PHONE);
  await page.waitForTimeout(1500);
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const value = await measure(island, page);
  await page.close();
  return value;
}

async function best(round: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  while (values.length < ROUNDS) values.push(await round());
  return Math.min(...values);
}

/** The latest but a few of many taps. */
async function lateTap(island: Locator, drawing: string): Promise<number> {
  const times: number[] = [];
  // The first fetches Mermaid where it is needed.
  await island.evaluate(tapped, drawing);
  while (times.length < TAPS) times.push(await island.evaluate(tapped, drawing));
  return percentile(times, 0.95);
}

/** How fast the Lab answers on a slow phone, by the clock. */
export async function measure(): Promise<readonly Figure[]> {
  await ensureBuilt();
  const site = await serve(DIST, 0);
  const browser = await launchBrowser();
  const forty = transferOf(40);
  const lab = async (text: string, view: 'ladder' | 'diagram', shown: number) => `${site.url}/en/lab/${await linkOf(text, view, shown)}`;
  try {
    const ladder = await lab(forty, 'ladder', 12);
    const diagram = await lab(forty, 'diagram', 12);
    const long = await lab(transferOf(500), 'ladder', 1);
    return [
      { name: 'tap-to-ladder-p95-ms', value: await best(() => onSlowPhone(browser, ladder, (island) => lateTap(island, '.isl-ladder-svg'))), unit: 'ms' },
      { name: 'tap-to-mermaid-p95-ms', value: await best(() => onSlowPhone(browser, diagram, (island) => lateTap(island, '.isl-picture svg'))), unit: 'ms' },
      { name: 'scrub-500-longest-frame-ms', value: await best(() => onSlowPhone(browser, long, async (island) => Math.max(...(await island.evaluate(dragged))))), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}
