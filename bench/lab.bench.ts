import type { Browser, Locator } from 'playwright-core';
import { DIST, ensureBuilt } from '../scripts/site-build.ts';
import { serve } from '../scripts/serve.ts';
import { launchBrowser } from '../test/browser.ts';
import { percentile } from './change-times.ts';
import type { Figure } from './figure.ts';
import { linkOf, openLab, transferOf } from './lab-page.ts';

const PHONE = { viewport: { width: 412, height: 823 }, hasTouch: true, isMobile: true };
const SLOWER = 4;
/** At so many moments one after another a segment is lost. */
const TAPS = 20;
/** What else the machine does can only add to a time: the best of so many rounds, each on a page of its own, counts. */
const ROUNDS = 2;
/** Before a tap, ms: as long as a hand takes, at the least, from one button to another, and the panels take to follow. */
const REST = 300;

/**
 * Goes on by one moment, then taps on what is done to the segment in question, and waits for the frame with the changed drawing
 * to have been painted: how long from the tap to there, ms. Then takes it back, so that every tap makes a run that never was before.
 * Runs in the page.
 */
async function tapped(island: Element, [drawing, rest]: readonly [string, number]): Promise<number> {
  const button = (selector: string): HTMLElement => {
    const found = island.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`There is no ${selector} to tap`);
    return found;
  };
  const drawn = () => [...island.querySelectorAll(drawing)].find((svg) => svg.getClientRects().length > 0);
  const pause = () => new Promise((resolve) => setTimeout(resolve, rest));
  button('.isl-control:nth-child(4)').click();
  await pause();
  let isChanged = false;
  const observer = new MutationObserver(() => (isChanged = true));
  const before = drawn();
  if (before === undefined) throw new Error('There is no drawing');
  observer.observe(before, { subtree: true, childList: true, attributes: true, characterData: true });
  const began = performance.now();
  button('.isl-at-hand .isl-deed').click();
  // Another drawing, or the same one changed; until it is there, its place says that it is being made.
  const isThere = () => island.querySelector('.isl-picture[aria-busy="true"]') === null && (isChanged || drawn() !== before);
  do await new Promise((resolve) => requestAnimationFrame(resolve));
  while (!isThere());
  // A message that is sent in a frame arrives when it has been painted; a timer would count what the page does after that too.
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  const took = performance.now() - began;
  observer.disconnect();
  await pause();
  button('.isl-tools + .isl-tools .isl-tool').click();
  await pause();
  return took;
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

/** A page of the Lab on a slow phone, measured and closed; the best of the rounds. */
async function best(browser: Browser, address: string, measure: (island: Locator) => Promise<number>): Promise<number> {
  const values: number[] = [];
  while (values.length < ROUNDS) {
    const { page, island } = await openLab(browser, address, PHONE);
    await page.waitForTimeout(1000);
    // What a deed fetches is there when it is measured.
    await island.dispatchEvent('pointerover');
    await page.waitForLoadState('networkidle');
    await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    values.push(await measure(island));
    await page.close();
  }
  return Math.min(...values);
}

/** The latest but a few of many taps. */
async function lateTap(island: Locator, drawing: string): Promise<number> {
  const times: number[] = [];
  // The first fetches what draws.
  await island.evaluate(tapped, [drawing, REST] as const);
  while (times.length < TAPS) times.push(await island.evaluate(tapped, [drawing, REST] as const));
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
    const ladder = await lab(forty, 'ladder', 4);
    const diagram = await lab(forty, 'diagram', 4);
    const long = await lab(transferOf(500), 'ladder', 1);
    return [
      { name: 'tap-to-ladder-p95-ms', value: await best(browser, ladder, (island) => lateTap(island, '.isl-ladder-svg')), unit: 'ms' },
      { name: 'tap-to-mermaid-p95-ms', value: await best(browser, diagram, (island) => lateTap(island, '.isl-picture svg')), unit: 'ms' },
      { name: 'scrub-500-longest-frame-ms', value: await best(browser, long, async (island) => Math.max(...(await island.evaluate(dragged)))), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}
