import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violationsIn } from './axe.ts';
import { message } from './island-page.ts';
import { OLD_RECORD, answer, button, end, figures, inDialog, keptIn, markOf, progressPage, readersHere, turnTo } from './progress-page.ts';

const reader = readersHere();

const en = (key: string) => message('en', key);
const rowOf = (page: Page, title: string) => page.locator('.isl-page-row', { hasText: title });
const readMark = (page: Page) => end(page).getAttribute('data-read');

describe('a lesson', () => {
  test('counts as read when its end has been in view for a moment, in either language; that can be taken back, and back again, by keyboard', async () => {
    const context = await reader();
    const { page, complaints } = await turnTo(context, '/en/reset/');
    expect(await readMark(page)).toBe('false');
    await end(page).scrollIntoViewIfNeeded();
    await end(page).and(page.locator('[data-read="true"]')).waitFor();
    expect(await markOf(page, 'reset').textContent()).toBe(`, ${en('mark.read')}`);

    await end(page).getByRole('button').focus();
    await page.keyboard.press('Enter');
    await end(page).and(page.locator('[data-read="false"]')).waitFor();
    await markOf(page, 'reset').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(en('lesson.end.mark'));
    await page.keyboard.press('Enter');
    await markOf(page, 'reset').waitFor();
    expect(complaints).toEqual([]);

    const { page: korean } = await turnTo(context, '/ko/reset/');
    await markOf(korean, 'reset').waitFor();
    expect(await markOf(korean, 'reset').textContent()).toBe(`, ${message('ko', 'mark.read')}`);
    expect(await readMark(korean)).toBe('true');
  });

  test('that was only opened, or passed by, is not read', async () => {
    const { page } = await turnTo(await reader(), '/en/reset/');
    await page.evaluate(() => {
      scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
      requestAnimationFrame(() => requestAnimationFrame(() => scrollTo({ top: 0, behavior: 'instant' })));
    });
    await page.waitForFunction(() => scrollY === 0);
    await page.waitForTimeout(2000);
    expect([await readMark(page), await keptIn(page)]).toEqual(['false', null]);
  });

  test('is begun with the first answer, whatever it is, and the mark shifts nothing', async () => {
    const context = await reader();
    const { page } = await turnTo(context, '/en/states/');
    await answer(page, 'state-x-1', false);
    await markOf(page, 'states').waitFor();
    expect(await markOf(page, 'states').textContent()).toBe(`, ${en('mark.begun')}`);
    await page.reload();
    await markOf(page, 'states').waitFor();
    expect(await page.evaluate<number>('window.layoutShift')).toBe(0);
  });
});

describe('the page about progress', () => {
  test('shows what was answered, in both languages the same, and shifts nothing', async () => {
    const context = await reader();
    const { page: lesson } = await turnTo(context, '/en/states/');
    for (const [id, right, more] of [['state-x-1', false, {}], ['state-x-1', true, { firstTry: false }], ['state-x-2', true, {}], ['state-x-3', false, { slug: 'reset' }]] as const) {
      const before = await keptIn(lesson);
      await answer(lesson, id, right, more);
      await expect.poll(() => keptIn(lesson)).not.toBe(before);
      // Of one instant, nothing would be the later one.
      await lesson.waitForTimeout(5);
    }
    for (const language of ['en', 'ko'] as const) {
      const { page, complaints } = await progressPage(context, language);
      const say = (key: string) => message(language, key);
      expect(await figures(page)).toEqual([0, 3, 2, 0]);
      await page.getByText(say('misconception.fin-stops-both'), { exact: true }).waitFor();
      expect(await page.locator('.isl-misconceptions strong').allTextContents()).toEqual([`“${say('misconception.fin-stops-both.name').replace(/^a/u, 'A')}”`]);
      const { next } = await page.evaluate(() => ({ next: document.querySelector('.isl-figures > :last-child small')?.textContent ?? '' }));
      expect(next).toMatch(new RegExp(say('progress.next').replace('{{day}}', '.*\\d.*'), 'iu'));
      expect(await page.locator('.isl-topics li', { hasText: say('topic.closing') }).locator('.isl-come').evaluateAll((all) => all.map((picture) => picture.getAttribute('data-come')))).toEqual(['wrong', 'right', 'wrong', 'open', 'open']);
      expect(await page.evaluate<number>('window.layoutShift')).toBe(0);
      expect(complaints).toEqual([]);
      await page.close();
    }
  });

  test('knows each exercise of a lesson', async () => {
    const context = await reader();
    const { page: lesson } = await turnTo(context, '/en/states/');
    const { page } = await progressPage(context);
    const counts = await page.locator('.isl-page-row').evaluateAll((rows) => rows.map((row) => row.querySelectorAll('.isl-come-row .isl-come').length));
    const lessons = await page.locator('.isl-page-row a').evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')));
    for (const [index, href] of lessons.entries()) {
      await lesson.goto(href);
      expect([href, counts[index]]).toEqual([href, await lesson.locator('.isl-exercise, .isl-partner').count()]);
    }
  });

  test('reads a record of the first version, and shows what has become due', async () => {
    const context = await reader({ kept: OLD_RECORD });
    const { page, complaints } = await progressPage(context);
    await expect.poll(() => figures(page)).toEqual([2, 1, 0, 1]);
    expect(await rowOf(page, 'States').textContent()).toContain('due: 1');
    expect(await markOf(page, 'states').textContent()).toBe(`, ${en('mark.read')}`);
    expect(await keptIn(page)).toBe(OLD_RECORD);
    await answer(page, 'state-x-1', true);
    await expect.poll(async () => (await keptIn(page)) ?? '').toContain('"version":2');
    await expect.poll(() => figures(page)).toEqual([2, 2, 1, 1]);
    expect(complaints).toEqual([]);
  });

  test.each([{ phone: false }, { phone: true }])('has nothing for axe to find, also in its dialog (phone: $phone)', async ({ phone }) => {
    const { page } = await progressPage(await reader({ kept: OLD_RECORD, phone }));
    await page.getByText(en('misconception.syn-fin-take-no-number')).waitFor();
    for (const theme of ['light', 'dark'] as const) {
      await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme);
      expect(await violationsIn(page, '.isl-progress')).toEqual([]);
      await button(page, 'progress.forget.all').click();
      await page.getByRole('dialog').waitFor();
      expect(await violationsIn(page, 'dialog')).toEqual([]);
      await page.keyboard.press('Escape');
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    const small = await page.locator('.isl-progress button').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).filter(({ width, height }) => width < 44 || height < 44).length);
    expect(small).toBe(0);
  });
});

describe('forgetting', () => {
  test('one lesson is forgotten when the reader has been asked and says so, and can be had back', async () => {
    const { page } = await progressPage(await reader({ kept: OLD_RECORD }));
    const forget = rowOf(page, 'States').getByRole('button');
    await forget.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    expect(await keptIn(page)).toBe(OLD_RECORD);
    expect(await forget.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.keyboard.press('Enter');
    await inDialog(page, 'progress.forget.do').click();
    await expect.poll(() => figures(page)).toEqual([1, 0, 0, 0]);
    await markOf(page, 'states').waitFor({ state: 'detached' });
    await markOf(page, 'reset').waitFor();
    await page.reload();
    await expect.poll(() => figures(page)).toEqual([1, 0, 0, 0]);

    await rowOf(page, 'Reset').getByRole('button').click();
    await inDialog(page, 'progress.forget.do').click();
    await expect.poll(() => figures(page)).toEqual([0, 0, 0, 0]);
    await button(page, 'progress.undo').click();
    await expect.poll(() => figures(page)).toEqual([1, 0, 0, 0]);
  });

  test('everything is forgotten, everywhere, and what another open page did before does not come back', async () => {
    const context = await reader({ kept: OLD_RECORD });
    const { page: lesson } = await turnTo(context, '/en/states/');
    await markOf(lesson, 'states').waitFor();
    const { page } = await progressPage(context);
    await button(page, 'progress.forget.all').click();
    await inDialog(page, 'progress.cancel').click();
    await expect.poll(() => figures(page)).toEqual([2, 1, 0, 1]);
    await button(page, 'progress.forget.all').click();
    await inDialog(page, 'progress.forget.do').click();
    await expect.poll(() => figures(page)).toEqual([0, 0, 0, 0]);
    await markOf(lesson, 'states').waitFor({ state: 'detached' });
    await answer(lesson, 'state-x-1', true);
    await expect.poll(() => figures(page)).toEqual([0, 1, 1, 0]);
  });
});

describe('two pages', () => {
  test('each shows what is done in the other, and neither loses anything', async () => {
    const context = await reader();
    const { page: one } = await turnTo(context, '/en/states/');
    const { page: other } = await turnTo(context, '/ko/states/');
    const { page } = await progressPage(context);
    for (const index of [1, 2, 3, 4, 5]) await Promise.all([answer(one, `state-a-${index}`, true), answer(other, `state-b-${index}`, true)]);
    await expect.poll(() => figures(page)).toEqual([0, 10, 10, 0]);
    await end(other).getByRole('button').click();
    await markOf(one, 'states').waitFor();
    await expect.poll(() => readMark(one)).toBe('true');
    await expect.poll(() => figures(page)).toEqual([1, 10, 10, 0]);
    await page.reload();
    await expect.poll(() => figures(page)).toEqual([1, 10, 10, 0]);
  });
});
