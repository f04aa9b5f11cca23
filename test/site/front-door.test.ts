import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { browserHere } from './browser-here.ts';
import { watch } from './watch.ts';

const browser = await browserHere();
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

async function knock(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${inject('siteUrl')}/`);
  return page;
}

describe('the front door with JavaScript', () => {
  test.each([
    ['ko-KR', '/ko/'],
    ['ko', '/ko/'],
    ['en-US', '/en/'],
    ['de-DE', '/en/'],
  ])('leads a reader whose browser speaks %s to %s', async (locale, path) => {
    const page = await knock({ locale });
    await page.waitForURL(`${inject('siteUrl')}${path}`);
    expect(await page.locator('html').getAttribute('lang')).toBe(path.slice(1, 3));
  });

  test('leads a reader who has changed to the other language there the next time, and leaves no way back into the door', async () => {
    const page = await knock({ locale: 'ko-KR' });
    await page.waitForURL('**/ko/');
    const select = page.locator('starlight-lang-select select').first();
    await page.setViewportSize({ width: 1280, height: 800 });
    await select.selectOption({ label: 'English' });
    await page.waitForURL('**/en/');
    await page.goto(`${inject('siteUrl')}/`);
    await page.waitForURL('**/en/');
    await page.goBack();
    expect(new URL(page.url()).pathname).not.toBe('/');
  });

  test('complains of nothing', async () => {
    const context = await browser.newContext({ locale: 'ko-KR' });
    const page = await context.newPage();
    const { problems } = watch(page, inject('siteUrl'));
    await page.goto(`${inject('siteUrl')}/`);
    await page.waitForURL('**/ko/');
    await page.waitForLoadState('networkidle');
    // What the door itself had begun to fetch is dropped when it leaves.
    expect(problems.filter((problem) => !problem.includes('net::ERR_ABORTED'))).toEqual([]);
  });
});

describe('the front door without JavaScript', () => {
  test.each(['ko-KR', 'en-US'])('offers both languages to a reader whose browser speaks %s', async (locale) => {
    const page = await knock({ locale, javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    expect(new URL(page.url()).pathname).toBe('/');
    for (const [name, path] of [['English', '/en/'], ['한국어', '/ko/']] as const) {
      const link = page.getByRole('link', { name });
      expect(await link.isVisible()).toBe(true);
      expect(await link.getAttribute('href')).toBe(path);
    }
    await page.getByRole('link', { name: '한국어' }).click();
    expect(new URL(page.url()).pathname).toBe('/ko/');
  });
});

test('a wrong address gets status 404 and a way back in both languages', async () => {
  const page = await browser.newPage();
  const response = await page.goto(`${inject('siteUrl')}/ko/no-such-lesson/`);
  expect(response?.status()).toBe(404);
  expect(await page.locator('a[href="/en/"]').count()).toBeGreaterThan(0);
  expect(await page.locator('a[href="/ko/"]').count()).toBeGreaterThan(0);
});
