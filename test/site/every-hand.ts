import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsIn } from './axe.ts';
import { sharedBrowser } from './browser-here.ts';
import { answerAll, exerciseIn, HANDS, openExercises, press, type ExercisePage } from './exercise-page.ts';
import { message } from './island-page.ts';
import { LANGUAGES } from './pages.ts';

/** An exercise of a lesson: its kind, and where the lesson has several of it the type of its field. */
export type Place = readonly [kind: string, type?: string];

/** Tests that each of these exercises of a lesson is done wrong, corrected and done right, by every hand and in every language; and that axe finds nothing before, in between and after. A lesson is opened once for all of its exercises, and axe looks at all of them at once. */
export function testByEveryHand(slug: string, places: readonly Place[]): void {
  describe.each(LANGUAGES.flatMap((language) => HANDS.map((hand) => ({ language, hand }))))(`in ${slug}, in $language, by $hand`, ({ language, hand }) => {
    let opened: ExercisePage;
    const cases = places.map(([kind, type]) => ({ kind, type }));
    const exercise = ({ kind, type }: (typeof cases)[number]) => exerciseIn(opened, language, kind, type);
    beforeAll(async () => {
      opened = await openExercises(await sharedBrowser(), `/${language}/${slug}/`, hand === 'touch' ? 'phone' : 'desk');
      for (const one of cases) await (await exercise(one)).island.evaluate((island) => island.setAttribute('data-looked-at', ''));
    });
    afterAll(() => opened.page.close());
    /** Each hand has them looked at in one of their three conditions. */
    const look = (by: typeof hand, when: string) => {
      if (hand !== by) return;
      test(`axe finds nothing in them ${when}`, async () => {
        expect(await opened.page.locator('[data-looked-at]').count()).toBe(places.length);
        expect(await violationsIn(opened.page, '[data-looked-at]')).toEqual([]);
      });
    };
    /** What the last exercise has reported since there were so many reports. */
    const reportedAfter = async (before: number) => (await opened.reported()).slice(before).map((told) => [told['kind'], told['right'], told['firstTry'], String(told['id']).startsWith(`${String(told['kind'])}-`)]);

    look('mouse', 'before');

    test.each(cases)('$kind ($type) is done wrong, and corrected', async (one) => {
      const { complaints, island, button, reported } = await exercise(one);
      const before = (await reported()).length;
      const fields = island.locator('fieldset');
      const count = await fields.count();
      await answerAll(island, language, (field) => count > 1 && field === 0, hand);
      await press(button('attempt.check'), hand);
      const wrong = island.locator('fieldset[data-verdict="wrong"]');
      await expect.poll(() => wrong.count()).toBe(Math.max(1, count - 1));
      for (const field of await wrong.all()) await expect.poll(() => field.locator('.isl-verdict li').count()).toBeGreaterThan(0);
      await expect.poll(() => island.getByRole('status').first().textContent()).not.toBe('');
      if (count > 1) {
        // What is right stays as it is.
        await expect.poll(() => fields.first().getAttribute('data-verdict')).toBe('right');
        await expect.poll(() => fields.first().locator('input:not(:disabled):not([readonly])').count()).toBe(0);
      }
      await expect.poll(() => reportedAfter(before)).toEqual([[one.kind, false, true, true]]);
      expect(complaints).toEqual([]);
    });

    look('touch', 'done wrong');

    test.each(cases)('$kind ($type) is then done right', async (one) => {
      const { page, complaints, island, button, reported } = await exercise(one);
      const before = (await reported()).length;
      await answerAll(island, language, () => true, hand);
      await press(button('attempt.check-again'), hand);
      await expect.poll(() => island.locator('fieldset:not([data-verdict="right"])').count()).toBe(0);
      await expect.poll(() => island.getByRole('status').first().textContent()).toBe(message(language, 'attempt.result.right'));
      await expect.poll(() => reportedAfter(before)).toEqual([[one.kind, true, false, true]]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      expect(complaints).toEqual([]);
    });

    look('keyboard', 'done right');
  });
}
