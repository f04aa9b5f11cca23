import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { DEVICES, openPage } from './island-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a simulation fetches its code at the first touch only', async () => {
  const { page } = await openPage(browser, '/en/', DEVICES.phone);
  await page.waitForLoadState('networkidle');
  const island = page.locator('astro-island[client="touch"]').first();
  expect(await island.getAttribute('ssr')).not.toBeNull();
  await page.locator('.isl-simulation').first().dispatchEvent('touchstart');
  await expect.poll(() => island.getAttribute('ssr')).toBeNull();
  await page.close();
});

test('the click that wakes a simulation counts', async () => {
  const { page, complaints } = await openPage(browser, '/en/', DEVICES.desk);
  await page.waitForLoadState('networkidle');
  // A click without pointer or focus before it, as assistive technology makes it.
  await page.locator('.isl-simulation .isl-lose').first().evaluate((button) => button instanceof HTMLElement && button.click());
  await expect.poll(() => page.locator('.isl-simulation .isl-segment').count()).toBeGreaterThan(3);
  expect(complaints).toEqual([]);
  await page.close();
});

test('what the browser does by itself needs no waking', async () => {
  const { page } = await openPage(browser, '/ko/', DEVICES.phone);
  const details = page.locator('.isl-simulation details').first();
  await details.locator('summary').tap();
  await expect.poll(() => details.getAttribute('open')).not.toBeNull();
  await page.close();
});

test('what a slider is set to before the simulation wakes counts', async () => {
  const { page, complaints } = await openPage(browser, '/en/lab/', DEVICES.desk);
  await page.waitForLoadState('networkidle');
  const slider = page.locator('.isl-instrument input[type="range"]');
  expect(Number(await slider.inputValue())).toBeGreaterThan(2);
  await slider.evaluate((input) => {
    if (!(input instanceof HTMLInputElement)) return;
    input.value = '2';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect.poll(() => page.locator('.isl-instrument .isl-hosts strong').allTextContents()).toEqual(['SYN-SENT', 'LISTEN']);
  expect(await slider.inputValue()).toBe('2');
  expect(complaints).toEqual([]);
  await page.close();
});

test('the Lab wakes for an address that holds something, and for one that comes to hold something', async () => {
  const { page } = await openPage(browser, '/en/lab/', DEVICES.phone);
  await page.waitForLoadState('networkidle');
  const island = page.locator('astro-island[client="touch"]');
  expect(await island.getAttribute('ssr')).not.toBeNull();
  await page.evaluate(() => {
    location.hash = '#s1=';
  });
  await expect.poll(() => island.getAttribute('ssr')).toBeNull();
  await page.reload();
  await expect.poll(() => island.getAttribute('ssr')).toBeNull();
  await page.close();
});
