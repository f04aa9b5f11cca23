import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violationsIn } from './axe.ts';
import { browserHere } from './browser-here.ts';
import { awake, DEVICES, message, openPage } from './island-page.ts';
import { COURSE_PAGES, LANGUAGES, type Language } from './pages.ts';

const browser = await browserHere();

interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly island: Locator;
  /** The button of the bar with this name. */
  readonly button: (name: 'start' | 'back' | 'step' | 'end' | 'reset') => Locator;
}

/** The first simulation of the lesson on the three-way handshake: server listens, client connects. */
async function open(device: keyof typeof DEVICES, language: Language = 'en'): Promise<Opened> {
  const { page, complaints } = await openPage(browser, `/${language}/three-way-handshake/`, DEVICES[device]);
  const island = await awake(page.locator('.isl-simulation').first());
  return { page, complaints, island, button: (name) => island.getByRole('button', { name: message(language, `island.${name}`), exact: true }) };
}

function states(island: Locator): Promise<readonly string[]> {
  return island.locator('.isl-hosts strong').allTextContents();
}

/** The rows of the drawing on view that can be seen. */
function rowsSeen(island: Locator): Promise<number> {
  return island.locator('.isl-picture svg').evaluateAll((drawings) => {
    const seen = drawings.filter((drawing) => drawing.getClientRects().length > 0);
    if (seen.length !== 1) throw new Error(`${String(seen.length)} drawings are on view`);
    return seen.flatMap((drawing) => [...drawing.querySelectorAll(':scope > g:not(.hl-host)')]).filter((row) => getComputedStyle(row).visibility === 'visible').length;
  });
}

/** Waits until the drawing is that of the present run. */
async function drawn(island: Locator): Promise<void> {
  await island.locator('.isl-picture[aria-busy="false"]').waitFor();
}

function crosses(island: Locator): Promise<number> {
  return island.locator('.isl-picture svg:visible .hl-cross').count();
}

describe.each(['desk', 'phone'] as const)('on a %s', (device) => {
  test('steps forwards and backwards, in the diagram, the states and the story', async () => {
    const { complaints, island, button } = await open(device);
    const all = await rowsSeen(island);
    await expect.poll(() => states(island)).toEqual(['ESTABLISHED', 'ESTABLISHED']);
    await button('step').click();
    await expect.poll(() => states(island)).toEqual(['CLOSED', 'LISTEN']);
    await expect.poll(() => rowsSeen(island)).toBeLessThan(all);
    await button('step').click();
    await expect.poll(() => states(island)).toEqual(['SYN-SENT', 'LISTEN']);
    const two = await rowsSeen(island);
    const story = island.locator('.isl-story');
    await expect.poll(() => story.getByRole('link').first().getAttribute('href')).toMatch(/^https:\/\/www\.rfc-editor\.org\/rfc\/rfc9293#section-/u);
    await button('step').click();
    await expect.poll(() => rowsSeen(island)).toBeGreaterThan(two);
    await button('back').click();
    await expect.poll(() => rowsSeen(island)).toBe(two);
    await expect.poll(() => states(island)).toEqual(['SYN-SENT', 'LISTEN']);
    await button('end').click();
    await expect.poll(() => rowsSeen(island)).toBe(all);
    expect(complaints).toEqual([]);
  });

  test('loses a segment by its button, runs on to a new diagram, and delivers it again', async () => {
    const { page, complaints, island } = await open(device);
    await expect.poll(() => crosses(island)).toBe(0);
    const lose = island.locator('.isl-segment').nth(1).getByRole('button');
    const { width, height } = (await lose.boundingBox()) ?? { width: 0, height: 0 };
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    await (device === 'phone' ? lose.tap() : lose.click());
    await drawn(island);
    await expect.poll(() => crosses(island)).toBe(1);
    await expect.poll(() => island.locator('.isl-changes code').allTextContents()).toEqual(['lose server segment']);
    await expect.poll(() => island.getByRole('status').textContent()).not.toBe('');
    const again = island.locator('.isl-segment').nth(1).getByRole('button');
    await (device === 'phone' ? again.tap() : again.click());
    await drawn(island);
    await expect.poll(() => crosses(island)).toBe(0);
    await expect.poll(() => island.locator('.isl-changes').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('loses a segment by its arrow', async () => {
    const { island } = await open(device);
    const arrow = island.locator('.isl-picture svg:visible [data-touch]').first();
    await (device === 'phone' ? arrow.tap() : arrow.click());
    await drawn(island);
    await expect.poll(() => crosses(island)).toBe(1);
    await expect.poll(() => island.locator('.isl-changes code').allTextContents()).toEqual(['lose client segment']);
  });

  test('keeps its buttons clear of its frame, also those of a change, and what it says of the hosts clear of its buttons', async () => {
    const { island } = await open(device);
    await island.locator('.isl-segment').first().getByRole('button').click();
    await island.locator('.isl-change').waitFor();
    const gaps = await island.evaluate((frame) => {
      const { left, right } = frame.getBoundingClientRect();
      const sides = [...frame.querySelectorAll('button')].map((button) => button.getBoundingClientRect()).map((box) => Math.min(box.left - left, right - box.right));
      const [hosts, controls] = ['.isl-hosts', '.isl-controls'].map((part) => frame.querySelector(part)?.getBoundingClientRect());
      return { side: Math.min(...sides) >= 16, above: (controls?.top ?? 0) - (hosts?.bottom ?? 0) };
    });
    expect(gaps).toEqual({ side: true, above: 8 });
  });
});

test('keeps the pressed button under the finger while the diagram above it grows', async () => {
  const { island } = await open('phone');
  const lose = island.locator('.isl-segment').first().getByRole('button');
  await lose.scrollIntoViewIfNeeded();
  const before = (await lose.boundingBox())?.y ?? 0;
  await lose.tap();
  await drawn(island);
  const after = (await lose.boundingBox())?.y ?? 0;
  expect(Math.abs(after - before)).toBeLessThan(2);
});

test('leads to the end of the run, and does not jump back to the list that was used before', async () => {
  const { page, island, button } = await open('phone');
  await island.locator('.isl-lose').nth(1).tap();
  await drawn(island);
  await button('start').tap();
  await button('end').tap();
  const last = island.locator('.isl-picture svg:visible > g:not(.hl-host)').last();
  const { y = -1, height = 0 } = (await last.boundingBox()) ?? {};
  const bar = (await island.locator('.isl-bar').boundingBox())?.y ?? 0;
  expect(y).toBeGreaterThan(0);
  expect(y + height).toBeLessThan(Math.min(bar, page.viewportSize()?.height ?? 0) + 1);
});

test('does everything by keyboard, and keeps the focus', async () => {
  const { page, complaints, island, button } = await open('desk');
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await button('step').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => states(island)).toEqual(['SYN-SENT', 'LISTEN']);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => states(island)).toEqual(['CLOSED', 'LISTEN']);
  await page.keyboard.press('End');
  await page.keyboard.press('l');
  await drawn(island);
  await expect.poll(() => island.locator('.isl-changes code').allTextContents()).toEqual(['lose 2nd client segment']);
  expect(await focused()).toBe(message('en', 'island.step'));
  await island.locator('.isl-segment').first().getByRole('button').focus();
  await page.keyboard.press('L');
  await drawn(island);
  await expect.poll(() => island.locator('.isl-changes code').count()).toBe(2);
  expect(await focused()).toBe(message('en', 'island.deliver'));
  await island.locator('.isl-changes').getByRole('button').first().press('Enter');
  await drawn(island);
  await expect.poll(() => island.locator('.isl-changes code').count()).toBe(1);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
  await page.keyboard.press('r');
  await drawn(island);
  await expect.poll(() => island.locator('.isl-changes').count()).toBe(0);
  await expect.poll(() => states(island)).toEqual(['ESTABLISHED', 'ESTABLISHED']);
  expect(complaints).toEqual([]);
});

test('leaves the keys to the page while the focus is elsewhere', async () => {
  const { page, island } = await open('desk');
  await page.locator('main a:not(.isl-island a)').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('l');
  await expect.poll(() => island.locator('.isl-changes').count()).toBe(0);
  await expect.poll(() => states(island)).toEqual(['ESTABLISHED', 'ESTABLISHED']);
});

test('fetches nothing that draws before the reader changes the run, and never Mermaid', async () => {
  const { page, island, button } = await open('desk');
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await button('step').click();
  await button('end').click();
  expect(scripts.filter((url) => /draw-in-page/u.test(url))).toEqual([]);
  await island.locator('.isl-segment').first().getByRole('button').click();
  await drawn(island);
  expect(scripts.some((url) => /draw-in-page/u.test(url))).toBe(true);
  expect(scripts.filter((url) => /mermaid|sequenceDiagram/u.test(url))).toEqual([]);
});

test('says so where the diagram cannot be fetched, and goes on', async () => {
  const { page, island } = await open('desk');
  await page.route(/draw-in-page/u, (route) => route.abort());
  await island.locator('.isl-segment').first().getByRole('button').click();
  await island.getByText(message('en', 'island.picture.failed')).waitFor();
  expect(await island.locator('.isl-segment[data-fate="lost"]').count()).toBe(1);
});

describe.each(LANGUAGES)('in %s', (language) => {
  test('has no violation that axe finds, stepping and changed', async () => {
    const { page, island, button } = await open('phone', language);
    await button('step').click();
    await button('step').click();
    expect(await violationsIn(page, '.isl-simulation')).toEqual([]);
    await island.locator('.isl-lose').first().tap();
    await drawn(island);
    expect(await violationsIn(page, '.isl-simulation')).toEqual([]);
  });

  test('speaks only the page’s language in its controls', async () => {
    const { island } = await open('desk', language);
    const names = await island.getByRole('button').evaluateAll((buttons) => buttons.map((button) => button.textContent.trim()));
    const hangul = names.map((name) => /\p{Script=Hangul}/u.test(name));
    expect(hangul).toEqual(names.map(() => language === 'ko'));
  });
});

const PATHS = COURSE_PAGES.filter(({ html, slug }) => slug !== 'lab' && html.includes('class="isl-island isl-simulation')).map(({ path, language }) => ({ path, language: language ?? 'en' }));

test.each(PATHS)('every simulation in $path can be stepped through from end to end', async ({ path, language }) => {
  const { page, complaints } = await openPage(browser, path, DEVICES.desk);
  for (const island of await page.locator('.isl-simulation').all()) {
    await awake(island);
    const all = await rowsSeen(island);
    await island.locator('.isl-control').first().focus();
    await page.keyboard.press('Home');
    let seen = await rowsSeen(island);
    expect(seen).toBe(0);
    const step = island.locator('.isl-control', { hasText: message(language, 'island.step') });
    while ((await step.getAttribute('aria-disabled')) !== 'true') {
      await page.keyboard.press('ArrowRight');
      const now = await rowsSeen(island);
      expect(now).toBeGreaterThanOrEqual(seen);
      seen = now;
    }
    expect(seen).toBe(all);
  }
  expect(complaints).toEqual([]);
});
