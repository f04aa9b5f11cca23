import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserHere } from './browser-here.ts';
import { answerAll, exerciseIn, keyOf, openExercise, openExercises, pathWith } from './exercise-page.ts';
import { DEVICES, message, openPage } from './island-page.ts';
import { COURSE_PAGES, LANGUAGES, type Language } from './pages.ts';

const browser = await browserHere();

const open = (kind: string, language: Language = 'en', device: keyof typeof DEVICES = 'desk') => openExercise(browser, kind, language, device);

/** What is drawn or recorded in the figure of an exercise. */
const figureIn = (island: Locator) => island.locator('.isl-exercise-figure').evaluateAll((figures) => figures.map((figure) => figure.innerHTML));

test.each(['state', 'next-segment', 'blanks', 'if-lost', 'impossible', 'decode', 'rule', 'fault', 'order', 'path'])('%s: says which answers are missing, which is no try; then makes another one in the page, and leads the reader to it', async (kind) => {
  const { page, complaints, island, button, reported } = await open(kind, 'en', 'phone');
  // An order is there from the beginning.
  if (kind !== 'order') {
    await button('attempt.check').click();
    expect(await island.locator('fieldset[data-verdict="missing"]').count()).toBe(await island.locator('fieldset').count());
    expect(await island.getByRole('status').first().textContent()).toBe(message('en', 'attempt.result.missing'));
    expect(await reported()).toEqual([]);
  }
  const asked = async () => [await figureIn(island), await island.locator('.isl-form').innerText()];
  const before = await asked();
  await button('attempt.another').click();
  await expect.poll(asked).not.toEqual(before);
  await expect.poll(() => island.locator('.isl-question').evaluate((question) => question === document.activeElement)).toBe(true);
  expect(await island.locator('input:checked').count()).toBe(0);
  await answerAll(island, 'en', () => true, 'touch');
  await button('attempt.check').click();
  expect(await island.getByRole('status').first().textContent()).toBe(message('en', 'attempt.result.right'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(complaints).toEqual([]);
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
  await answerAll(island, 'en', () => false);
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

test('the focus stays with the item that the keys move', async () => {
  const { page, island } = await open('order');
  const item = island.locator('.isl-item').first();
  const text = await item.locator('.isl-item-text').textContent();
  await item.getByRole('button').last().focus();
  for (let times = 0; times < 2; times += 1) await page.keyboard.press('ArrowDown');
  expect(await island.locator('.isl-item-text').nth(2).textContent()).toBe(text);
  expect(await page.evaluate(() => document.activeElement?.closest('.isl-item')?.querySelector('.isl-item-text')?.textContent)).toBe(text);
});

test('an item of an order is dragged by a finger as well, and the page stays where it is', async () => {
  const { page, island } = await open('order', 'ko', 'phone');
  await island.locator('.isl-order').evaluate((list) => list.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const texts = await island.locator('.isl-item-text').allTextContents();
  const [from, to] = [await island.locator('.isl-item-text').first().boundingBox(), await island.locator('.isl-item').last().boundingBox()];
  if (from === null || to === null) throw new Error('nothing to drag');
  const scrolled = await page.evaluate(() => scrollY);
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove', y: number) => finger.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: from.x + 30, y }] });
  const end = to.y + to.height - 2;
  await touch('touchStart', from.y + from.height / 2);
  for (const part of [0.3, 0.6, 1]) await touch('touchMove', from.y + (end - from.y) * part);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  expect(await island.locator('.isl-item-text').allTextContents()).toEqual([...texts.slice(1), texts[0]]);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
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

test.each(['blanks', 'asked'])('on paper a question of the kind %s has no buttons, no answers, and room to write', async (kind) => {
  const { page, island } = await open(kind);
  await page.emulateMedia({ media: 'print' });
  expect(await island.locator('.isl-question').isVisible()).toBe(true);
  expect(await island.locator('fieldset').first().locator('input').first().isVisible()).toBe(true);
  expect(await island.locator('button:visible, summary:visible, .isl-answer:visible').count()).toBe(0);
});

test.each(LANGUAGES)('in %s a question that an author has written shows a run where it has one', async (language) => {
  const { page, complaints, reported } = await openExercises(browser, `/${language}/flags-and-header/`, 'phone');
  const { island, button } = await exerciseIn({ page, complaints, reported }, language, 'asked', 'choice');
  // Its author knows the question; there is no other one like it.
  expect([await button('attempt.another').count(), await button('attempt.show').count()]).toEqual([0, 0]);
  await answerAll(island, language, () => false, 'touch');
  await button('attempt.check').tap();
  await island.locator('.isl-misconception a').first().waitFor();
  await button('attempt.show').tap();
  await island.locator('.isl-show .isl-ladder-svg').first().waitFor();
  expect(complaints).toEqual([]);
});
