import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { violationsIn } from './axe.ts';
import { answerAll, keyOf, openExercise, pathWith, toggle, type Hand } from './exercise-page.ts';
import { DEVICES, message, openPage } from './island-page.ts';
import { COURSE_PAGES, LANGUAGES, type Language } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = (kind: string, language: Language = 'en', device: keyof typeof DEVICES = 'desk') => openExercise(browser, kind, language, device);

describe.each(['state', 'next-segment', 'blanks', 'if-lost', 'impossible', 'decode', 'rule'])('a question of the kind %s', (kind) => {
  test.each(LANGUAGES.flatMap((language) => (['mouse', 'keyboard', 'touch'] as const).map((hand): [Language, Hand] => [language, hand])))('in %s is done wrong, corrected and done right by %s', async (language, hand) => {
    const { page, complaints, island, button, reported } = await open(kind, language, hand === 'touch' ? 'phone' : 'desk');
    const press = async (key: string) => (hand === 'touch' ? button(key).tap() : hand === 'mouse' ? button(key).click() : button(key).press('Enter'));
    const count = await island.locator('fieldset').count();
    await answerAll(island, language, (field) => field === 0, hand);
    await press('attempt.check');
    expect(await island.locator('fieldset').first().getAttribute('data-verdict')).toBe('right');
    const wrong = island.locator('fieldset[data-verdict="wrong"]');
    expect(await wrong.count()).toBe(count - 1);
    for (const field of await wrong.all()) await expect.poll(() => field.locator('.isl-verdict li').count()).toBeGreaterThan(0);
    expect(await island.getByRole('status').first().textContent()).not.toBe('');
    // What is right stays as it is.
    expect(await island.locator('fieldset').first().locator('input:not(:disabled):not([readonly])').count()).toBe(0);
    await answerAll(island, language, () => true, hand);
    await press('attempt.check-again');
    expect(await island.locator('fieldset[data-verdict="right"]').count()).toBe(count);
    expect(await island.getByRole('status').first().textContent()).toBe(message(language, 'attempt.result.right'));
    expect((await reported()).map(({ kind: told, right, firstTry }) => [told, right, firstTry])).toEqual([[kind, false, true], [kind, true, false]]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('says which answers are missing', async () => {
    const { island, button } = await open(kind);
    await button('attempt.check').click();
    expect(await island.locator('fieldset[data-verdict="missing"]').count()).toBe(await island.locator('fieldset').count());
  });

  test('makes another one in the page, and leads the reader to it', async () => {
    const { page, complaints, island, button } = await open(kind, 'en', 'phone');
    const drawn = () => island.locator('.isl-exercise-figure').evaluateAll((figures) => figures.map((figure) => figure.innerHTML));
    const before = await drawn();
    await button('attempt.another').click();
    await expect.poll(drawn).not.toEqual(before);
    await expect.poll(() => island.locator('.isl-question').evaluate((question) => question === document.activeElement)).toBe(true);
    expect(await island.locator('input:checked').count()).toBe(0);
    await answerAll(island, 'en', () => true);
    await button('attempt.check').click();
    expect(await island.getByRole('status').first().textContent()).toBe(message('en', 'attempt.result.right'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(complaints).toEqual([]);
  });
});

test.each(LANGUAGES.flatMap((language) => (['mouse', 'keyboard', 'touch'] as const).map((hand): [Language, Hand] => [language, hand])))('a walk through the states in %s goes wrong, keeps its right steps and comes to its end, by %s', async (language, hand) => {
  const { page, complaints, island, button, reported } = await open('path', language, hand === 'touch' ? 'phone' : 'desk');
  const press = async (key: string) => (hand === 'touch' ? button(key).tap() : hand === 'mouse' ? button(key).click() : button(key).press('Enter'));
  await answerAll(island, language, () => false, hand);
  await press('attempt.check');
  expect(await island.locator('fieldset').getAttribute('data-verdict')).toBe('wrong');
  await expect.poll(() => island.locator('.isl-verdict li').count()).toBeGreaterThan(0);
  await answerAll(island, language, () => true, hand);
  await press('attempt.check-again');
  expect(await island.getByRole('status').first().textContent()).toBe(message(language, 'attempt.result.right'));
  expect((await reported()).map(({ kind, right, firstTry }) => [kind, right, firstTry])).toEqual([['path', false, true], ['path', true, false]]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(complaints).toEqual([]);
});

describe('what was recorded at a host', () => {
  test.each(LANGUAGES.flatMap((language) => (['mouse', 'keyboard', 'touch'] as const).map((hand): [Language, Hand] => [language, hand])))('in %s every explanation of it is found after a wrong one, by %s', async (language, hand) => {
    const { page, complaints, island, button, reported } = await open('fault', language, hand === 'touch' ? 'phone' : 'desk');
    const press = async (key: string) => (hand === 'touch' ? button(key).tap() : hand === 'mouse' ? button(key).click() : button(key).press('Enter'));
    expect(await island.locator('.isl-records tbody tr').count()).toBeGreaterThan(2);
    const right = (await keyOf(island))[0] ?? [];
    const labels = await island.locator('fieldset label input + span').allTextContents();
    const wrong = labels.findIndex((label) => !right.includes(label));
    await toggle(island, wrong, hand);
    await press('attempt.check');
    expect(await island.locator('fieldset').getAttribute('data-verdict')).toBe('wrong');
    expect(await island.locator('.isl-objection').count()).toBe(right.length + 1);
    await toggle(island, wrong, hand);
    for (const [at, label] of labels.entries()) if (right.includes(label)) await toggle(island, at, hand);
    await press('attempt.check-again');
    expect(await island.getByRole('status').first().textContent()).toBe(message(language, 'attempt.result.right'));
    expect((await reported()).map(({ kind, right: isRight, firstTry }) => [kind, isRight, firstTry])).toEqual([['fault', false, true], ['fault', true, false]]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('is another record for another question', async () => {
    const { complaints, island, button } = await open('fault', 'en', 'phone');
    const recorded = () => island.locator('.isl-exercise-figure table:visible').allTextContents();
    const before = await recorded();
    await button('attempt.another').click();
    await expect.poll(recorded).not.toEqual(before);
    expect((await recorded()).length).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });
});

test('a wrong number that a misconception leads to names it, and leads to the lesson and to a run', async () => {
  const { complaints, island, button, reported } = await open('blanks');
  const right = await keyOf(island);
  const field = island.locator('fieldset[data-type="number"]');
  const types = await island.locator('fieldset').evaluateAll((fields) => fields.map((one) => one.getAttribute('data-type')));
  const numbers = right.filter((_answer, at) => types[at] === 'number');
  for (const [at, answer] of numbers.entries()) await field.nth(at).locator('input').fill(String(Number(answer[0]) - 1));
  await button('attempt.check').click();
  const misconception = island.locator('.isl-misconception').first();
  await expect.poll(() => misconception.locator('a').count()).toBe(1);
  expect(await misconception.textContent()).toContain(message('en', 'attempt.misconception'));
  expect((await reported())[0]?.['misconceptions']).not.toEqual([]);
  const target = await misconception.locator('a').getAttribute('href');
  expect(COURSE_PAGES.some(({ path, html }) => target?.split('#')[0]?.endsWith(path) === true && html.includes(`id="${target.split('#')[1] ?? ''}"`))).toBe(true);
  await misconception.getByRole('button').click();
  await expect.poll(() => misconception.locator('.isl-instrument').count()).toBe(1);
  expect(complaints).toEqual([]);
});

test('the simulator shows the question after the first check, from its moment on, and can be closed', async () => {
  const { page, complaints, island, button } = await open('state');
  expect(await button('attempt.show').count()).toBe(0);
  await button('attempt.check').click();
  await button('attempt.show').click();
  await expect.poll(() => island.locator('.isl-show .isl-ladder-svg').count()).toBe(1);
  const place = () => island.locator('.isl-show input[type="range"]').inputValue();
  const before = Number(await place());
  await expect.poll(async () => Number(await place())).toBeGreaterThan(before);
  await button('attempt.show.close').click();
  expect(await island.locator('.isl-show').count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(message('en', 'attempt.show'));
  expect(complaints).toEqual([]);
});

test('who looks at the answer first has not found it at the first try', async () => {
  const { island, button, reported } = await open('state');
  await island.getByText(message('en', 'attempt.answer')).click();
  await answerAll(island, 'en', () => true);
  await button('attempt.check').click();
  expect((await reported()).map(({ right, firstTry }) => [right, firstTry])).toEqual([[true, false]]);
});

test('a choice that is made before the exercise is awake is kept', async () => {
  const { page } = await openPage(browser, pathWith('en', 'state'), DEVICES.phone);
  const island = page.locator('.isl-exercise', { hasText: message('en', 'attempt.kind.state') }).first();
  const label = island.locator('fieldset label').nth(1);
  await label.scrollIntoViewIfNeeded();
  await label.tap();
  await island.locator('xpath=ancestor::astro-island[not(@ssr)]').waitFor({ state: 'attached' });
  await expect.poll(() => label.locator('input').isChecked()).toBe(true);
  await island.getByRole('button', { name: message('en', 'attempt.check'), exact: true }).tap();
  expect(await island.locator('fieldset').first().getAttribute('data-verdict')).toMatch(/right|wrong/);
});

test('an order is put right with the keys alone, and the focus stays with the item', async () => {
  const { page, complaints, island, button } = await open('order');
  const right = (await keyOf(island))[0] ?? [];
  await button('attempt.check').click();
  for (const item of right) {
    const row = island.locator('.isl-item', { hasText: item });
    await row.getByRole('button').last().focus();
    for (let times = 0; times < right.length; times += 1) await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.closest('.isl-item')?.querySelector('.isl-item-text')?.textContent)).toBe(item);
  }
  expect(await island.locator('.isl-item-text').allTextContents()).toEqual(right);
  await button('attempt.check').or(button('attempt.check-again')).click();
  expect(await island.getByRole('status').first().textContent()).toBe(message('en', 'attempt.result.right'));
  expect(complaints).toEqual([]);
});

test('an order is put right by dragging', async () => {
  const { page, complaints, island, button } = await open('order');
  const right = (await keyOf(island))[0] ?? [];
  for (const item of right) {
    const grip = await island.locator('.isl-item', { hasText: item }).locator('.isl-item-text').boundingBox();
    const last = await island.locator('.isl-item').last().boundingBox();
    if (grip === null || last === null) throw new Error('nothing to drag');
    await page.mouse.move(grip.x + 20, grip.y + grip.height / 2);
    await page.mouse.down();
    await page.mouse.move(last.x + 20, last.y + last.height + 4, { steps: 8 });
    await page.mouse.up();
  }
  expect(await island.locator('.isl-item-text').allTextContents()).toEqual(right);
  await button('attempt.check').click();
  expect(await island.getByRole('status').first().textContent()).toBe(message('en', 'attempt.result.right'));
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

test('no page has an answer in plain sight: outside of the closed answers nothing says which option is right', () => {
  const withExercises = COURSE_PAGES.filter(({ html }) => html.includes('isl-exercise'));
  expect(withExercises.length).toBeGreaterThan(10);
  for (const { path, html } of withExercises) expect(html, path).not.toMatch(/(?:&quot;|")(?:accepted|mistakes|misconceptions?|why)(?:&quot;|")/);
});

test('on paper a question has no buttons, no answers, and room to write', async () => {
  const { page, island } = await open('blanks');
  await page.emulateMedia({ media: 'print' });
  expect(await island.locator('.isl-question').isVisible()).toBe(true);
  expect(await island.locator('button:visible, summary:visible').count()).toBe(0);
});

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(['state', 'next-segment', 'order', 'blanks', 'decode', 'rule', 'path'])('%s has no violation that axe finds, before and after checking', async (kind) => {
    const { page, island, button } = await open(kind, language, 'phone');
    await island.evaluate((one) => one.setAttribute('data-looked-at', ''));
    expect(await violationsIn(page, '[data-looked-at]')).toEqual([]);
    await button('attempt.check').click();
    for (const summary of await island.locator('summary').all()) await summary.click();
    expect(await violationsIn(page, '[data-looked-at]')).toEqual([]);
  });
});
