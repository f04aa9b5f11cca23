import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { KINDS, startJudge, type Category, type Judge } from './lighthouse.ts';

/** What Lighthouse can say without a clock; how fast the pages are, `npm run bench -- lighthouse` measures. */
const CATEGORIES: readonly Category[] = ['accessibility', 'best-practices', 'seo'];

/** The pages of each kind, and in Korean too those whose layout hangs on the length of words. */
const PATHS = [...Object.values(KINDS), '/ko/', '/ko/lab/'];

/** A phone as Lighthouse has it, but so tall that the bar which stays at the bottom of the Lab lies on nothing: what scrolls under it is not too small for that. */
const TALL = { mobile: true, width: 412, height: 4000, deviceScaleFactor: 1.75, disabled: false };

/** None of these hangs on what a page does once it is there. */
const AT_ONCE = { screenEmulation: TALL, disableFullPageScreenshot: true, pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, cpuQuietThresholdMs: 0, networkQuietThresholdMs: 0 };

let judge: Judge;
beforeAll(async () => {
  judge = await startJudge();
});
afterAll(() => judge.close());

test.each(PATHS)('Lighthouse finds nothing in %s', async (path) => {
  expect(await judge.judge(inject('siteUrl') + path, CATEGORIES, AT_ONCE)).toEqual({ scores: { accessibility: 100, 'best-practices': 100, seo: 100 }, lost: [] });
});
