import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { violationsIn } from './axe.ts';
import { awake, DEVICES, message, openPage } from './island-page.ts';
import { COURSE_PAGES, LANGUAGES, type Language } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly island: Locator;
  readonly button: (key: string) => Locator;
}

/** The first page of the course with an exercise of the kind. */
function pathWith(language: Language, kind: string): string {
  const label = message(language, `attempt.kind.${kind}`);
  const found = COURSE_PAGES.find((page) => page.language === language && page.html.includes(`isl-kicker">${label}<`));
  if (found === undefined) throw new Error(`no page in ${language} has an exercise of the kind ${kind}`);
  return found.path;
}

async function open(kind: string, language: Language = 'en', device: keyof typeof DEVICES = 'desk'): Promise<Opened> {
  const { page, complaints } = await openPage(browser, pathWith(language, kind), DEVICES[device]);
  const island = await awake(page.locator('.isl-exercise', { hasText: message(language, `attempt.kind.${kind}`) }).first());
  return { page, complaints, island, button: (key) => island.getByRole('button', { name: message(language, key), exact: true }) };
}

/** The texts of the right answers, as the closed answer below the question tells them. */
function key(island: Locator): Promise<readonly string[]> {
  return island.locator('.isl-answer > p > strong').evaluateAll((found) => found.filter((one) => one.closest('[hidden]') === null).map((one) => one.textContent.trim()));
}

/** Answers every choice: rightly, or with an option that is not the right one. */
async function answer(island: Locator, rightly: (field: number) => boolean): Promise<void> {
  const right = await key(island);
  const fields = island.locator('fieldset');
  for (let at = 0; at < (await fields.count()); at += 1) {
    const labels = await fields.nth(at).locator('label').allTextContents();
    const accepted = (right[at] ?? '').split(` ${message('en', 'attempt.or')} `);
    const wanted = labels.findIndex((label) => accepted.includes(label.trim()) === rightly(at));
    await fields.nth(at).locator('label').nth(wanted).click();
  }
}

describe.each(['state', 'next-segment'])('a choice of the kind %s', (kind) => {
  test('explains what is wrong, keeps what is right, and then explains what is right', async () => {
    const { complaints, island, button } = await open(kind);
    await answer(island, (field) => field === 0);
    await button('attempt.check').click();
    expect(await island.locator('fieldset').first().getAttribute('data-verdict')).toBe('right');
    const wrong = island.locator('fieldset[data-verdict="wrong"]');
    expect(await wrong.count()).toBe((await island.locator('fieldset').count()) - 1);
    await expect.poll(() => wrong.locator('.isl-verdict li').count()).toBeGreaterThan(0);
    expect(await island.getByRole('status').textContent()).not.toBe('');
    await answer(island, () => true);
    expect(await island.locator('fieldset').first().locator('input:checked').count()).toBe(1);
    await button('attempt.check-again').click();
    expect(await island.locator('fieldset[data-verdict="right"]').count()).toBe(await island.locator('fieldset').count());
    expect(await island.getByRole('status').textContent()).toBe(message('en', 'attempt.result.right'));
    await expect.poll(() => island.locator('.isl-verdict a[href*="rfc-editor.org"]').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  test('says which answers are missing', async () => {
    const { island, button } = await open(kind);
    await button('attempt.check').click();
    expect(await island.locator('fieldset[data-verdict="missing"]').count()).toBe(await island.locator('fieldset').count());
  });

  test('makes another one in the page, and leads the reader to it', async () => {
    const { page, complaints, island, button } = await open(kind, 'en', 'phone');
    const asked = await island.locator('.isl-given').allTextContents();
    const before = await island.locator('.isl-picture svg:visible').getAttribute('aria-labelledby');
    await button('attempt.another').click();
    await expect.poll(() => island.locator('.isl-picture svg:visible').getAttribute('aria-labelledby')).not.toBe(before);
    expect(await island.locator('.isl-given').allTextContents()).not.toEqual(asked);
    expect(await island.locator('.isl-question').evaluate((question) => question === document.activeElement)).toBe(true);
    expect(await island.locator('input:checked').count()).toBe(0);
    await answer(island, () => true);
    await button('attempt.check').click();
    expect(await island.getByRole('status').textContent()).toBe(message('en', 'attempt.result.right'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(complaints).toEqual([]);
  });
});

test('an order is put right with the keys alone, and the focus stays with the item', async () => {
  const { page, complaints, island, button } = await open('order');
  const right = await island.locator('.isl-answer ol strong').allTextContents();
  const order = () => island.locator('.isl-item-text').allTextContents();
  await button('attempt.check').click();
  for (const item of right) {
    const row = island.locator('.isl-item', { hasText: item });
    await row.getByRole('button').last().focus();
    for (let times = 0; times < right.length; times += 1) await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.closest('.isl-item')?.querySelector('.isl-item-text')?.textContent)).toBe(item);
  }
  expect(await order()).toEqual(right);
  await button('attempt.check').or(button('attempt.check-again')).click();
  expect(await island.getByRole('status').textContent()).toBe(message('en', 'attempt.result.right'));
  expect(complaints).toEqual([]);
});

test('without scripts the question can be read and the answer opened, and no dead button stands there', async () => {
  const { page } = await openPage(browser, pathWith('en', 'state'), { ...DEVICES.phone, javaScriptEnabled: false });
  const island = page.locator('.isl-exercise').first();
  expect(await island.locator('.isl-question').isVisible()).toBe(true);
  const answerText = island.locator('.isl-answer').first();
  expect(await answerText.isVisible()).toBe(false);
  await island.getByText(message('en', 'attempt.answer')).click();
  expect(await answerText.isVisible()).toBe(true);
  expect(await page.locator('.isl-island button:visible').count()).toBe(0);
});

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(['state', 'next-segment', 'order'])('%s has no violation that axe finds, before and after checking', async (kind) => {
    const { page, island, button } = await open(kind, language, 'phone');
    expect(await violationsIn(page, 'main')).toEqual([]);
    await button('attempt.check').click();
    await island.locator('summary').first().click();
    await island.locator('summary').last().click();
    expect(await violationsIn(page, 'main')).toEqual([]);
  });
});
