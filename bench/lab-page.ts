import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { encode } from '../src/islands/link/link.ts';
import type { View } from '../src/islands/views/view-name.ts';
import { parse } from '../src/scenario/parse.ts';
import { run } from '../src/simulation/run.ts';

/** The fragment that opens a scenario's text in the Lab, in this view, with so many moments shown. */
export function linkOf(text: string, view: View, shown: number | 'all'): Promise<string> {
  const { scenario } = parse(text);
  return encode({ author: scenario, branches: [{ scenario, from: null }], current: 0, shown, view, selected: null, compare: null });
}

/** A transfer in which this many segments, or a few more, are sent. */
export function transferOf(segments: number): string {
  const text = (data: number) => `client MSS 500\nserver MSS 500\nserver listens\nclient connects\nclient sends ${String(data * 500)}\nclient closes\nserver closes\n`;
  let data = 1;
  while (run(parse(text(data)).scenario).flights.length < segments) data += 1;
  return text(data);
}

/** The Lab with what a link holds, awake. */
export async function openLab(browser: Browser, address: string, device: BrowserContextOptions): Promise<{ readonly page: Page; readonly island: Locator }> {
  const page = await browser.newPage(device);
  await page.goto(address);
  const island = page.locator('.isl-simulation').first();
  await island.locator('xpath=ancestor::astro-island[not(@ssr)]').waitFor({ state: 'attached' });
  return { page, island };
}
