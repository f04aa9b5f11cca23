import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { violationsIn } from './axe.ts';
import { answerAll, exerciseIn, HANDS, openExercises, press, type ExercisePage } from './exercise-page.ts';
import { message } from './island-page.ts';
import { LANGUAGES } from './pages.ts';

/** An exercise of a lesson: its kind, and where the lesson has several of it the type of its field. */
export type Place = readonly [kind: string, type?: string];

/** Tests that each of these exercises of a lesson is done wrong, corrected and done right, by every hand and in every language; and that axe finds nothing before, in between and after. A lesson is opened once for all of its exercises. */
export function testByEveryHand(slug: string, places: readonly Place[]): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  describe.each(LANGUAGES.flatMap((language) => HANDS.map((hand) => ({ language, hand }))))(`in ${slug}, in $language, by $hand`, ({ language, hand }) => {
    let opened: ExercisePage;
    beforeAll(async () => {
      opened = await openExercises(browser, `/${language}/${slug}/`, hand === 'touch' ? 'phone' : 'desk');
    });
    afterAll(() => opened.page.close());

    test.each(places.map(([kind, type]) => ({ kind, type })))('$kind ($type) is done wrong, corrected and done right', async ({ kind, type }) => {
      const { page, complaints, island, button, reported } = await exerciseIn(opened, language, kind, type);
      const before = (await reported()).length;
      const fields = island.locator('fieldset');
      const count = await fields.count();
      // Each hand looks at it in one of its three conditions.
      await island.evaluate((one) => one.setAttribute('data-looked-at', ''));
      const look = async (by: typeof hand) => hand === by && expect(await violationsIn(page, '[data-looked-at]')).toEqual([]);
      await look('mouse');

      await answerAll(island, language, (field) => count > 1 && field === 0, hand);
      await press(button('attempt.check'), hand);
      const wrong = island.locator('fieldset[data-verdict="wrong"]');
      expect(await wrong.count()).toBe(Math.max(1, count - 1));
      for (const field of await wrong.all()) await expect.poll(() => field.locator('.isl-verdict li').count()).toBeGreaterThan(0);
      expect(await island.getByRole('status').first().textContent()).not.toBe('');
      await look('touch');
      if (count > 1) {
        // What is right stays as it is.
        expect(await fields.first().getAttribute('data-verdict')).toBe('right');
        expect(await fields.first().locator('input:not(:disabled):not([readonly])').count()).toBe(0);
      }

      await answerAll(island, language, () => true, hand);
      await press(button('attempt.check-again'), hand);
      expect(await island.locator('fieldset[data-verdict="right"]').count()).toBe(count);
      expect(await island.getByRole('status').first().textContent()).toBe(message(language, 'attempt.result.right'));
      expect((await reported()).slice(before).map((told) => [told['kind'], told['right'], told['firstTry'], String(told['id']).startsWith(`${kind}-`)])).toEqual([
        [kind, false, true, true],
        [kind, true, false, true],
      ]);
      await look('keyboard');
      await island.evaluate((one) => one.removeAttribute('data-looked-at'));
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      expect(complaints).toEqual([]);
    });
  });
}
