import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import groups from '../../content/gallery.json' with { type: 'json' };
import { traitsOf } from '../../src/narration/traits.ts';
import { text } from '../../src/islands/text.ts';
import { courseTrace, courseWords } from '../course-traces.ts';
import { violationsIn } from './axe.ts';
import { browserHere } from './browser-here.ts';
import { DEVICES, openPage } from './island-page.ts';
import { LANGUAGES, type Language } from './pages.ts';

const ALL = groups.flatMap(({ scenarios }) => scenarios.map(({ name }) => name));
const LOSSES_AT_THE_END = ALL.filter((name) => ['loss', 'closing'].every((trait) => (traitsOf(courseTrace(name)) as readonly string[]).includes(trait)));

const browser = await browserHere();

const MAY_COPY: BrowserContextOptions = { permissions: ['clipboard-read', 'clipboard-write'] };

async function open(language: Language, query = '', device: keyof typeof DEVICES = 'desk', options: BrowserContextOptions = {}) {
  const { page, complaints } = await openPage(browser, `/${language}/gallery/${query}`, { ...DEVICES[device], ...options });
  await page.locator('.hl-gallery:not([data-waiting])').waitFor();
  const words = courseWords(language);
  const said = (key: string, params = {}) => text(words, key, params);
  const topic = (name: string) => page.locator(`[data-topic="${name}"]`);
  return { page, complaints, said, topic };
}

const shown = (page: Page) => page.locator('.hl-gallery li:not([hidden])').evaluateAll((cards) => cards.map(({ id }) => id));
const press = (what: Locator, device: keyof typeof DEVICES) => (device === 'phone' ? what.tap() : what.click());

describe.each(LANGUAGES)('the gallery in %s', (language) => {
  test('has every scenario with its figure, its sentence, and what happens in it for whoever does not see the figure', async () => {
    const { page, complaints } = await open(language);
    await expect.poll(() => shown(page)).toEqual(ALL);
    const told = await page.locator('.hl-gallery li .isl-thumb').evaluateAll((figures) => figures.map((figure) => figure.getAttribute('aria-label') ?? ''));
    expect(told.filter((one) => one.length < 30)).toEqual([]);
    expect(new Set(told).size).toBeGreaterThan(ALL.length * 0.9);
    expect(complaints).toEqual([]);
  });

  test.each(['desk', 'phone'] as const)('is narrowed down by what happens, by a misconception and by words, on a %s', async (device) => {
    const { page, complaints, said, topic } = await open(language, '', device);
    await press(topic('loss'), device);
    await press(topic('closing'), device);
    await expect.poll(() => shown(page)).toEqual(LOSSES_AT_THE_END);
    await expect.poll(() => page.locator('[data-said]').textContent()).toBe(said('gallery.count', { shown: LOSSES_AT_THE_END.length, all: ALL.length }));
    await expect.poll(() => new URL(page.url()).search).toBe('?topic=closing,loss');
    expect(await violationsIn(page, 'main')).toEqual([]);

    await page.locator('input[name="find"]').fill('last-ack-lost');
    await expect.poll(() => shown(page)).toEqual(['last-ack-lost']);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    // Nothing has both, so the one that is not chosen cannot be.
    await expect.poll(() => topic('crash').getAttribute('aria-disabled')).toBe('true');
    await page.locator('input[name="find"]').fill('nobody wrote this');
    await page.getByText(said('gallery.none')).waitFor();
    await press(page.locator('.hl-gallery-none button'), device);
    await expect.poll(() => shown(page)).toEqual(ALL);
    await expect.poll(() => new URL(page.url()).search).toBe('');

    await page.locator('select[name="misconception"]').selectOption('close-takes-four');
    await expect.poll(() => shown(page)).toContain('three-segment-close');
    await expect.poll(() => shown(page).then(({ length }) => length)).toBeLessThan(10);
    await page.locator('[data-where-treated] a').waitFor();
    expect(await page.locator('[data-where-treated] a').getAttribute('href')).toMatch(new RegExp(`^/${language}/four-way-handshake/#.`, 'u'));
    expect(complaints).toEqual([]);
  });

  test('a scenario is found by the words of the other language too', async () => {
    const { page } = await open(language);
    await page.locator('input[name="find"]').fill(language === 'en' ? '재전송 폭풍' : 'retransmission storm');
    await expect.poll(() => shown(page)).toContain('retransmission-storm');
  });

  test('what is wished for is in the address: it can be passed on, and Back takes a step back', async () => {
    const { page, topic } = await open(language, '?topic=loss&misconception=nonsense');
    const losses = await shown(page);
    expect(losses.length).toBeLessThan(ALL.length);
    await topic('closing').click();
    await expect.poll(() => shown(page)).toEqual(LOSSES_AT_THE_END);
    await page.goBack();
    await expect.poll(() => shown(page)).toEqual(losses);
    await expect.poll(() => topic('closing').getAttribute('aria-pressed')).toBe('false');
    await page.goForward();
    await expect.poll(() => shown(page)).toEqual(LOSSES_AT_THE_END);
    await page.evaluate(() => (location.hash = '#three-way'));
    await expect.poll(() => shown(page)).toEqual(ALL);
  });

  test('by keyboard', async () => {
    const { page, topic } = await open(language);
    await page.locator('input[name="find"]').focus();
    await page.keyboard.type('SYN');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).search).toBe('?find=SYN');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await topic('opening').evaluate((button) => button === document.activeElement)).toBe(true);
    const before = (await shown(page)).length;
    await page.keyboard.press('Space');
    await expect.poll(() => topic('opening').getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => shown(page).then(({ length }) => length)).toBeLessThan(before);
  });

  test('opens a scenario in the Lab', async () => {
    const { page } = await open(language, '#syn-lost');
    await page.locator('#syn-lost').getByRole('link', { name: courseWords(language)['island.lab'] ?? '' }).click();
    await page.waitForURL(new RegExp(`/${language}/lab/#s1=`, 'u'));
    await expect.poll(() => page.locator('.isl-simulation .isl-changes').count()).toBe(0);
    await expect.poll(() => page.locator('.isl-simulation').textContent()).toContain('SYN-SENT');
  });

  test.each(['desk', 'phone'] as const)('copies a scenario as a lesson takes it, and says so, on a %s', async (device) => {
    const { page, said } = await open(language, '', device, MAY_COPY);
    const card = page.locator('#three-way');
    await press(card.locator('[data-copy="mdx"]'), device);
    const title = await card.locator('h3').textContent();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`<Simulation scenario="three-way" title="${title ?? ''}" />`);
    await expect.poll(() => page.locator('[data-told]').textContent()).toBe(said('gallery.copied', { what: said('gallery.mdx') }));
  });

  test('gives the text to be copied by hand where the browser does not let it copy', async () => {
    const { page, said } = await open(language);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.locator('#refused [data-copy="mdx"]').click();
    const field = page.locator('#refused textarea');
    await field.waitFor();
    expect(await field.evaluate((element) => element === document.activeElement && getSelection()?.toString())).toContain('scenario="refused"');
    expect(await page.locator('[data-told]').textContent()).toBe(said('gallery.refused'));
    expect(await violationsIn(page, '#refused')).toEqual([]);
  });

  test('without JavaScript: everything is there, and nothing that would not work', async () => {
    const context = await browser.newContext({ ...DEVICES.phone, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${inject('siteUrl')}/${language}/gallery/?topic=loss#fin-lost`);
    expect(await page.locator('.hl-gallery li:visible').count()).toBe(ALL.length);
    expect(await page.locator('#fin-lost').evaluate((card) => card.matches(':target'))).toBe(true);
    expect(await page.locator('.hl-gallery :is(button, input, select):visible').count()).toBe(0);
    await context.close();
  });
});
