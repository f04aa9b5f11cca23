import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { awake } from './island-page.ts';
import { COURSE_PAGES, documentOf } from './pages.ts';
import { record, type Loaded } from './transfer.ts';

/** Bytes over the wire, headers included, until a page has been at rest; of it what the first paint waits for, the page itself included. */
const BUDGET = { all: 130_000, script: 45_000, first: 80_000 };

/** A quiet simulation until its reader changes something: what it fetches, and what the page holds for it; bytes, compressed. */
const SIMULATION = 35_000;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(COURSE_PAGES)('$path before anyone touches it', ({ path }) => {
  let loaded: readonly Loaded[];
  let awaited: readonly string[];
  beforeAll(async () => {
    const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
    loaded = await record(await page.context().newCDPSession(page));
    await page.goto(inject('siteUrl') + path, { waitUntil: 'networkidle' });
    awaited = await page.evaluate<readonly string[]>(`performance.getEntriesByType('resource').filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking').map(({ name }) => name)`);
    await page.close();
  });

  const report = () => loaded.map(({ url, bytes }) => `${bytes} ${new URL(url).pathname}`).join('\n');

  test(`transfers at most ${BUDGET.all / 1000} kB`, () => {
    expect(loaded.length).toBeGreaterThan(2);
    expect(loaded.filter(({ url, compressed }) => /\.(?:js|css)$|\/$/u.test(url) && !compressed).filter(({ bytes }) => bytes > 1500).map(({ url }) => url), 'not compressed').toEqual([]);
    expect(loaded.reduce((sum, { bytes }) => sum + bytes, 0), report()).toBeLessThanOrEqual(BUDGET.all);
  });

  test(`of it at most ${BUDGET.script / 1000} kB JavaScript, and nothing that draws`, () => {
    const scripts = loaded.filter(({ script }) => script);
    expect(scripts.reduce((sum, { bytes }) => sum + bytes, 0), report()).toBeLessThanOrEqual(BUDGET.script);
    // MermaidText is the button that copies a text.
    expect(scripts.map(({ url }) => url).filter((url) => /mermaid(?!Text)|diagram|draw-in-page/iu.test(new URL(url).pathname))).toEqual([]);
  });

  test(`waits with its first paint for style sheets only, and at most ${BUDGET.first / 1000} kB`, () => {
    expect(awaited.length).toBeGreaterThan(0);
    expect(awaited.filter((url) => !new URL(url).pathname.endsWith('.css'))).toEqual([]);
    const first = loaded.filter(({ url }) => awaited.includes(url) || new URL(url).pathname === path);
    expect(first).toHaveLength(awaited.length + 1);
    expect(first.reduce((sum, { bytes }) => sum + bytes, 0), report()).toBeLessThanOrEqual(BUDGET.first);
  });
});

const QUIET = 'astro-island[component-url*="/Simulation."]';

describe.each(COURSE_PAGES.filter((page) => documentOf(page).querySelector(QUIET) !== null))('a simulation of $path', ({ path }) => {
  test(`is stepped through and explained for at most ${SIMULATION / 1000} kB`, async () => {
    const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
    await page.goto(inject('siteUrl') + path, { waitUntil: 'networkidle' });
    const fetched: Promise<readonly [string, number]>[] = [];
    page.on('response', (response) => {
      fetched.push(response.body().then((body) => [new URL(response.url()).pathname, brotliCompressSync(body).length]));
    });
    const props = await page.locator(QUIET).evaluateAll((islands) => islands.map((island) => island.getAttribute('props') ?? ''));
    const held = props.map((text) => brotliCompressSync(text).length);
    const heaviest = held.indexOf(Math.max(...held));
    const island = await awake(page.locator(QUIET).nth(heaviest).locator('.isl-simulation'));
    const press = (place: number) => island.locator('.isl-controls button').nth(place).click({ force: true });
    await press(2);
    await island.locator('.isl-reasons').first().waitFor({ state: 'attached' });
    for (const place of [2, 3, 1, 0]) await press(place);
    await page.waitForLoadState('networkidle');
    const all = [...(await Promise.all(fetched)), ['what the page holds', held[heaviest] ?? 0] as const];
    expect(all.length).toBeGreaterThan(3);
    expect(all.reduce((sum, [, bytes]) => sum + bytes, 0), all.map(([name, bytes]) => `${bytes} ${name}`).join('\n')).toBeLessThanOrEqual(SIMULATION);
    await page.close();
  });
});

test('what draws is a file of its own, fetched with the first change, so that the tests above would see it', async () => {
  const page = await browser.newPage();
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.url());
  });
  await page.goto(`${inject('siteUrl')}/en/three-way-handshake/`, { waitUntil: 'networkidle' });
  const before = scripts.length;
  const island = page.locator('.isl-simulation').first();
  await island.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  await island.locator('[data-flight] button, button[aria-pressed]').first().click();
  await expect.poll(() => scripts.slice(before).some((url) => /draw-in-page/u.test(url))).toBe(true);
  await page.close();
});
