import type { Locator, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { browserHere } from './browser-here.ts';
import { awake, DEVICES, message, openPage } from './island-page.ts';
import { LANGUAGES, type Language } from './pages.ts';

const browser = await browserHere();

/** The first simulation of a lesson, its SYN,ACK lost, and one moment on view. */
async function changed(device: keyof typeof DEVICES, language: Language = 'en') {
  const { page } = await openPage(browser, `/${language}/three-way-handshake/`, DEVICES[device]);
  const island = await awake(page.locator('.isl-simulation').first());
  await island.locator('.isl-lose').nth(1).click();
  await island.locator('.isl-picture[aria-busy="false"]').waitFor();
  await island.getByRole('button', { name: message(language, 'island.start'), exact: true }).click();
  await island.getByRole('button', { name: message(language, 'island.step'), exact: true }).click();
  return { page, island, link: island.getByRole('link', { name: message(language, 'island.lab') }) };
}

/** What the Lab in the page shows: what was changed, and the states now. */
async function shownIn(page: Page): Promise<{ readonly path: string; readonly changes: readonly string[]; readonly states: readonly string[] }> {
  const lab = page.locator('.isl-instrument');
  await lab.locator('.isl-changes code').first().waitFor();
  return { path: new URL(page.url()).pathname, changes: await lab.locator('.isl-changes code').allTextContents(), states: await lab.locator('.isl-hosts strong').allTextContents() };
}

const expected = (language: Language) => ({ path: `/${language}/lab/`, changes: ['lose server segment'], states: ['CLOSED', 'LISTEN'] });

test.each(LANGUAGES)('the link opens in the Lab what the reader has made, at the same moment (%s)', async (language) => {
  const { page, link } = await changed('desk', language);
  await link.click();
  expect(await shownIn(page)).toEqual(expected(language));
  await page.close();
});

test('a tap does so too', async () => {
  const { page, link } = await changed('phone');
  await link.tap();
  expect(await shownIn(page)).toEqual(expected('en'));
  await page.close();
});

test('so does a click that comes before the address has been made', async () => {
  const { page, link } = await changed('desk');
  await link.evaluate((element) => element instanceof HTMLElement && element.click());
  expect(await shownIn(page)).toEqual(expected('en'));
  await page.close();
});

test('the middle button opens it in another tab', async () => {
  const { page, link } = await changed('desk');
  const opened = page.context().waitForEvent('page');
  await link.click({ button: 'middle' });
  expect(await shownIn(await opened)).toEqual(expected('en'));
  await page.context().close();
});

test('the address can be copied once the pointer is on the link, and follows what is changed later', async () => {
  const { page, island, link } = await changed('desk');
  const hrefOf = (one: Locator) => one.evaluate((element) => (element instanceof HTMLAnchorElement ? element.href : ''));
  const atFirst = await hrefOf(link);
  await link.hover();
  await expect.poll(() => hrefOf(link)).not.toBe(atFirst);
  const copied = await hrefOf(link);
  await island.locator('.isl-lose').first().click();
  await link.hover();
  await expect.poll(() => hrefOf(link)).not.toBe(copied);
  const other = await browser.newPage(DEVICES.desk);
  await other.goto(copied);
  expect(await shownIn(other)).toEqual(expected('en'));
  await other.close();
  await page.close();
});

test('untouched, and without JavaScript, it leads to the Lab, with the run of the lesson in the address', async () => {
  const context = await browser.newContext({ ...DEVICES.desk, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${inject('siteUrl')}/en/reset/`);
  await page.getByRole('link', { name: message('en', 'island.lab') }).first().click();
  await page.waitForURL(/\/en\/lab\/#s1=[\w-]+$/u);
  const address = page.url();
  await context.close();
  const awakened = await browser.newPage(DEVICES.desk);
  await awakened.goto(address);
  await expect.poll(() => awakened.locator('.isl-instrument .isl-hosts strong').allTextContents()).toEqual(['CLOSED', 'CLOSED']);
  await awakened.close();
});
