import { brotliCompressSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { browserHere } from './browser-here.ts';
import { awake } from './island-page.ts';
import { COURSE_PAGES, documentOf } from './pages.ts';

/** A quiet simulation until its reader changes something: what it fetches, and what the page holds for it; bytes, compressed. */
const SIMULATION = 35_000;

const browser = await browserHere();

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
