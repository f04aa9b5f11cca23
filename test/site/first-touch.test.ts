import { expect, test } from 'vitest';
import { browserHere } from './browser-here.ts';
import { awake, DEVICES, message, openPage } from './island-page.ts';

const browser = await browserHere();

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

/** The file of the engine, which the first change fetches. */
const ENGINE = /\/engine\.[^/]*\.js$/;

test('what is pressed while the engine comes is done after the change that fetches it', async () => {
  const { page, complaints } = await openPage(browser, '/en/three-way-handshake/', DEVICES.desk);
  const island = await awake(page.locator('.isl-simulation').first());
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  await page.route(ENGINE, (route) => held.then(() => route.continue()));
  await island.locator('.isl-lose').nth(1).click();
  await island.locator('.isl-picture[aria-busy="true"]').waitFor();
  const press = (place: number) => island.locator('.isl-controls button').nth(place).click();
  await press(0);
  await press(2);
  expect(await island.locator('.isl-changes').count()).toBe(0);
  go();
  await island.locator('.isl-changes code').first().waitFor();
  expect(await island.locator('.isl-changes code').allTextContents()).toEqual(['lose server segment']);
  expect(await island.locator('.isl-hosts strong').allTextContents()).toEqual(['CLOSED', 'LISTEN']);
  expect(complaints).toEqual([]);
  await page.close();
});

test('a change for which nothing can be fetched says so, steps go on, and it can be tried again', async () => {
  const { page } = await openPage(browser, '/ko/three-way-handshake/', DEVICES.phone);
  const island = await awake(page.locator('.isl-simulation').first());
  await page.context().setOffline(true);
  await island.locator('.isl-lose').nth(1).click();
  expect(await island.getByRole('alert').textContent()).toBe(message('ko', 'island.change.failed'));
  await island.locator('.isl-picture[aria-busy="false"]').waitFor();
  await island.locator('.isl-controls button').nth(2).click();
  expect(await island.locator('.isl-hosts strong').allTextContents()).toEqual(['CLOSED', 'LISTEN']);
  await island.locator('.isl-reasons').first().waitFor({ state: 'attached' });
  await page.context().setOffline(false);
  await island.locator('.isl-controls button').nth(3).click();
  await island.locator('.isl-lose').nth(1).click();
  await expect.poll(() => island.locator('.isl-changes code').allTextContents()).toEqual(['lose server segment']);
  expect(await island.getByRole('alert').count()).toBe(0);
  await page.close();
});
