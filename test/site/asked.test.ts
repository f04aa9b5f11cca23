import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { answerAll, openExercise, type Hand } from './exercise-page.ts';
import { message } from './island-page.ts';
import { LANGUAGES, type Language } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('a question that an author has written', () => {
  test.each(LANGUAGES.flatMap((language) => (['mouse', 'keyboard', 'touch'] as const).map((hand): [Language, Hand] => [language, hand])))('in %s is done wrong, corrected and done right by %s', async (language, hand) => {
    const { page, complaints, island, button, reported } = await openExercise(browser, 'asked', language, hand === 'touch' ? 'phone' : 'desk');
    const press = async (key: string) => (hand === 'touch' ? button(key).tap() : hand === 'mouse' ? button(key).click() : button(key).press('Enter'));
    const field = island.locator('fieldset');
    // Its author knows the question; there is no other one like it.
    expect([await field.count(), await button('attempt.another').count()]).toEqual([1, 0]);
    await answerAll(island, language, () => false, hand);
    await press('attempt.check');
    expect(await field.getAttribute('data-verdict')).toBe('wrong');
    await expect.poll(() => field.locator('.isl-verdict li').count()).toBeGreaterThan(0);
    expect(await island.getByRole('status').first().textContent()).not.toBe('');
    await answerAll(island, language, () => true, hand);
    await press('attempt.check-again');
    expect(await field.getAttribute('data-verdict')).toBe('right');
    expect(await island.getByRole('status').first().textContent()).toBe(message(language, 'attempt.result.right'));
    const told = (await reported()).map(({ id, kind, right, firstTry }) => [String(id).startsWith('asked-'), kind, right, firstTry]);
    expect(told).toEqual([
      [true, 'asked', false, true],
      [true, 'asked', true, false],
    ]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(complaints).toEqual([]);
  });
});
