import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { makeExercise } from '../../src/exercise/make-exercise.ts';
import { exerciseOf } from '../../src/exercise/pool.ts';
import { qtiPackage } from '../../src/exercise/qti/package.ts';
import { answered } from '../../src/progress/deeds.ts';
import { closeProgress } from '../../src/progress/open.ts';
import { NO_PROGRESS } from '../../src/progress/progress.ts';
import { COURSE_SCENARIOS, courseTrace, courseWords } from '../course-traces.ts';
import { violationsIn } from './axe.ts';
import { message } from './island-page.ts';
import { LANGUAGES, type Language } from './pages.ts';
import { readersHere, turnTo, type Reader } from './progress-page.ts';

const reader = readersHere();

async function open(language: Language, fragment: string, is: Reader = {}) {
  const { page, complaints } = await turnTo(await reader(is), `/${language}/practice/${fragment}`);
  const say = (key: string) => message(language, key);
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true });
  return { page, complaints, say, button };
}

const question = (page: Page) => page.locator('.isl-exercise .isl-question');
const questions = (page: Page) => page.locator('.isl-paper-questions > li');

async function drawn(page: Page, count: number): Promise<readonly (string | null)[]> {
  await questions(page).nth(count - 1).waitFor();
  await page.waitForFunction(() => document.querySelector('.isl-figure-to-come') === null);
  return questions(page).evaluateAll((found) => found.map((one) => one.getAttribute('data-exercise')));
}

describe.each(LANGUAGES)('practice in %s', (language) => {
  test('begins with one topic where the reader wants that, and leads back', async () => {
    const { page, say, complaints } = await open(language, '', { phone: true });
    expect(await violationsIn(page, 'main')).toEqual([]);
    await page.getByRole('link', { name: say('topic.resets'), exact: true }).tap();
    await question(page).waitFor();
    expect(await page.locator('.isl-wishes summary').textContent()).toContain(say('topic.resets'));
    await page.goBack();
    await expect.poll(() => page.locator('.isl-wishes summary').textContent()).toContain(say('practice.topics.all'));
    expect(complaints).toEqual([]);
  });

  test.each([false, true])('asks one question after the other, on the wanted topic (phone: %s)', async (phone) => {
    const { page, complaints, say, button } = await open(language, '', { phone });
    const press = async (name: string) => (phone ? button(name).tap() : button(name).click());
    await press('practice.begin');
    await question(page).waitFor();
    await press('attempt.check');
    await page.locator('.isl-exercise fieldset[data-verdict]').first().waitFor();
    expect(await page.locator('.isl-exercise .isl-result').textContent()).not.toBe('');

    const first = await page.locator('.isl-exercise').getAttribute('aria-labelledby');
    await press('practice.next');
    await page.waitForFunction((before) => document.querySelector('.isl-exercise')?.getAttribute('aria-labelledby') !== before, first);
    expect(await question(page).evaluate((element) => element === document.activeElement)).toBe(true);

    await page.locator('.isl-wishes summary').click();
    await page.getByLabel(say('topic.closing'), { exact: true }).check();
    await page.waitForURL(/#topics=closing$/u);
    await question(page).waitFor();
    await expect.poll(() => page.locator('.isl-wishes summary').textContent()).toContain(say('topic.closing'));
    expect(await violationsIn(page, 'main')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone ? 360 : 1280);
    expect(complaints).toEqual([]);
  });

  test('leads back from an exam to the question before it', async () => {
    const { page, say } = await open(language, '#practice');
    await question(page).waitFor();
    await page.getByRole('link', { name: say('practice.mode.exam'), exact: true }).click();
    await page.getByLabel(say('practice.exam.count'), { exact: true }).waitFor();
    await page.goBack();
    await question(page).waitFor();
  });

  test('an exam is handed in as a whole, after a word about what has no answer', async () => {
    const { page, complaints, say, button } = await open(language, '#exam=3&seed=5');
    await drawn(page, 3);
    await button('practice.exam.hand-in').click();
    expect(await page.locator('.isl-paper > .isl-result').textContent()).not.toBe('');
    expect(await questions(page).locator('.isl-details').count()).toBe(await questions(page).locator('.isl-details:not(:has(.isl-answer))').count());
    await button('practice.exam.hand-in-all-the-same').click();
    await page.waitForFunction(() => document.activeElement?.classList.contains('isl-result') === true);
    expect(await questions(page).locator('.isl-answer').count()).toBeGreaterThanOrEqual(3);
    expect(await button('practice.exam.hand-in').count()).toBe(0);
    expect(await page.locator('.isl-paper > .isl-result').textContent()).toContain(say('practice.exam.result').includes('{{right}} of') ? '0 of 3' : '3문제');
    expect(await violationsIn(page, 'main')).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('what is due is asked again or led to, and what the course does not have any more is passed over', async () => {
    const exercise = makeExercise(courseTrace('three-way'), 'state', 3);
    if (exercise === null) throw new Error('three-way gives no exercise');
    const long = [
      { slug: 'states', id: 'state-gone-1', kind: 'state' },
      { slug: 'states', id: 'asked-gone', kind: 'asked' },
      { slug: 'states', id: exercise.id, kind: exercise.kind },
      { slug: 'reset', id: 'partner-half-open', kind: 'partner' },
      // Answered where it does not stand any more.
      { slug: 'reset', id: 'asked-both-open', kind: 'asked' },
      { slug: 'authoring', id: 'asked-example-who-waits', kind: 'asked' },
    ].reduce((progress, { slug, ...one }, at) => answered(progress, slug, { ...one, topic: 'opening', right: false, firstTry: true, misconceptions: [] }, Date.UTC(2026, 0, 1) + at), NO_PROGRESS);
    const { page, complaints, say, button } = await open(language, '#review', { kept: closeProgress(long) });
    await question(page).waitFor();
    expect(await page.locator('.isl-kicker').first().textContent()).toBe(say('attempt.kind.state'));
    const elsewhere = await page.locator('.isl-elsewhere a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(elsewhere.toSorted()).toEqual(['authoring', 'reset', 'states'].map((slug) => `/${language}/${slug}/`));
    expect(await violationsIn(page, 'main')).toEqual([]);
    await button('attempt.check').click();
    await button('practice.next').click();
    await question(page).waitFor({ state: 'detached' });
    expect(await page.locator('.isl-elsewhere a').count()).toBe(3);
    expect(complaints).toEqual([]);
  });
});

test('the same link gives the same exam in both languages, another seed another one', async () => {
  const [english, korean, other] = await Promise.all([open('en', '#exam=6&seed=7'), open('ko', '#exam=6&seed=7'), open('en', '#exam=6&seed=8')]);
  const ids = await drawn(english.page, 6);
  expect(new Set(ids).size).toBe(6);
  expect(await drawn(korean.page, 6)).toEqual(ids);
  expect(await drawn(other.page, 6)).not.toEqual(ids);
});

test('an exam is printed as a sheet without answers, and its key without questions', async () => {
  const { page } = await open('en', '#exam=3&seed=5');
  await drawn(page, 3);
  await page.evaluate(() => {
    const seen = (selector: string) => [...document.querySelectorAll(selector)].some((element) => element.checkVisibility());
    window.print = () => document.body.setAttribute('data-saw', ['.isl-paper-questions', '.isl-printed-key', '.isl-answer', '.isl-actions button'].map((selector) => String(seen(selector))).join());
  });
  await page.emulateMedia({ media: 'print' });
  const printedBy = async (key: string) => {
    await page.evaluate(() => document.body.removeAttribute('data-saw'));
    await page.locator('.isl-paper-tools button', { hasText: message('en', key) }).evaluate((element: HTMLElement) => element.click());
    return page.locator('body[data-saw]').getAttribute('data-saw');
  };
  // Nothing of the page around it is printed.
  expect(await page.locator('h1, .header, .isl-modes, footer').evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)).toBe(0);
  expect(await printedBy('practice.exam.print')).toBe('true,false,false,false');
  expect(await printedBy('practice.exam.print-key')).toBe('false,true,false,false');
  // What is left of the page is as high as the key, so that paper ends with it.
  await page.evaluate(() => (window.print = () => undefined));
  expect(await page.locator('.isl-practice').evaluate((practice) => getComputedStyle(practice).minHeight)).toBe('0px');
});

test.each(LANGUAGES)('an exam is saved for a learning platform: the same questions, in the same order, judged there as here (%s)', async (language) => {
  const { page, button, complaints } = await open(language, '#exam=4&seed=7');
  const ids = (await drawn(page, 4)).map(String);
  const [download] = await Promise.all([page.waitForEvent('download'), button('practice.qti').click()]);
  const files = Object.entries(unzipSync(readFileSync(await download.path()))).map(([path, octets]) => [path, new TextDecoder().decode(octets)] as const);
  expect(files.map(([path]) => path)).toEqual(['imsmanifest.xml', 'test.xml', ...ids.map((id) => `items/${id}.xml`)]);
  const sources = COURSE_SCENARIOS.map((name) => courseTrace(name)).map((trace, at) => ({ name: COURSE_SCENARIOS[at] ?? '', scenario: trace.scenario, trace }));
  const asked = ids.flatMap((id) => exerciseOf(sources, id) ?? []).map(({ exercise, source }) => ({ exercise, trace: source.trace }));
  expect(files).toEqual([...qtiPackage(asked, message(language, 'practice.qti.title').replace('{{seed}}', '7'), language, courseWords(language))]);
  expect(download.suggestedFilename()).toMatch(/^[\p{L}\p{N}-]+\.zip$/u);
  expect(complaints).toEqual([]);
});

test('where nothing can be kept, practice works all the same, and the reader is told', async () => {
  const { page, button } = await open('en', '#exam=1&seed=5', { storage: 'blocked' });
  await drawn(page, 1);
  await button('practice.exam.hand-in').click();
  await button('practice.exam.hand-in-all-the-same').click();
  await page.locator('.isl-exercise fieldset[data-verdict]').first().waitFor();
  await page.locator('.hl-unkept', { hasText: message('en', 'mark.unkept.blocked') }).waitFor();
});

test('progress leads to what is to be practised: what is due, a topic, a misconception', async () => {
  const answer = { id: 'state-x-1', kind: 'state', topic: 'closing', right: false, firstTry: true, misconceptions: ['time-wait-is-server'] };
  const context = await reader({ kept: closeProgress(answered(NO_PROGRESS, 'states', answer, Date.UTC(2026, 0, 1))) });
  const { page } = await turnTo(context, '/en/progress/');
  await page.locator('.isl-misconceptions a').first().waitFor();
  const leads = await page.locator('.isl-progress a[href*="/practice/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(leads).toEqual(expect.arrayContaining(['/en/practice/#review', '/en/practice/#topics=closing', '/en/practice/#misconception=time-wait-is-server']));
  await page.locator('.isl-misconceptions a').first().click();
  await question(page).waitFor();
  expect(await page.locator('.isl-about').textContent()).toContain(message('en', 'misconception.time-wait-is-server.name'));
});
