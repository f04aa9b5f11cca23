import { describe, expect, test } from 'vitest';
import { FINAL_TASK } from '../../src/islands/practice/final-task.ts';
import { TOPICS } from '../../src/exercise/topic.ts';
import { violationsIn } from './axe.ts';
import { message } from './island-page.ts';
import { LANGUAGES } from './pages.ts';
import { readersHere, turnTo } from './progress-page.ts';

const reader = readersHere();

describe.each(LANGUAGES)('the final exam in %s', (language) => {
  test.each([false, true])('is handed in, told by topic with lessons to read again, and followed by another (phone: %s)', async (phone) => {
    const { page, complaints } = await turnTo(await reader({ phone }), `/${language}/final-exam/`);
    const say = (key: string) => message(language, key);
    const press = async (name: string) => {
      const button = page.locator('.isl-final').getByRole('button', { name, exact: true });
      await (phone ? button.tap() : button.click());
    };
    await press(say('practice.final.begin').replace('{{n}}', String(FINAL_TASK.count)));
    const questions = page.locator('.isl-paper-questions > li');
    await questions.nth(FINAL_TASK.count - 1).waitFor();
    const ids = () => questions.evaluateAll((found) => found.map((one) => one.getAttribute('data-exercise')));
    const first = await ids();
    await press(say('practice.exam.hand-in'));
    await press(say('practice.exam.hand-in-all-the-same'));
    const rows = page.locator('.isl-topic-result tbody tr');
    expect(await rows.count()).toBe(TOPICS.length);
    const links = await rows.locator('a').evaluateAll((found) => found.map((link) => (link instanceof HTMLAnchorElement ? link.pathname : '')));
    expect(links).toContain(`/${language}/states/`);
    expect(await violationsIn(page, '.isl-topic-result')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await press(say('practice.exam.other'));
    await page.waitForURL(new RegExp(`#exam=${FINAL_TASK.count}&seed=\\d+$`, 'u'));
    await expect.poll(ids).not.toEqual(first);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
