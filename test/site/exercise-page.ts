import type { Browser, Locator, Page } from 'playwright-core';
import { awake, DEVICES, message, openPage } from './island-page.ts';
import { COURSE_PAGES, type Language } from './pages.ts';

/** A page with exercises. */
export interface ExercisePage {
  readonly page: Page;
  readonly complaints: readonly string[];
  /** What its exercises have reported so far. */
  readonly reported: () => Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** An exercise of the course, awake in its page. */
export interface OpenExercise extends ExercisePage {
  readonly island: Locator;
  readonly button: (key: string) => Locator;
}

/** Opens a page of the course, and listens to what its exercises report. */
export async function openExercises(browser: Browser, path: string, device: keyof typeof DEVICES): Promise<ExercisePage> {
  const { page, complaints } = await openPage(browser, path, DEVICES[device]);
  await page.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    document.addEventListener('handshake:answered', (event) => void told.push((event as CustomEvent).detail));
  });
  return { page, complaints, reported: () => page.evaluate(() => (window as unknown as { told: Readonly<Record<string, unknown>>[] }).told) };
}

/** The first exercise of the kind in the page, with a field of the type where it matters, awake. */
export async function exerciseIn(opened: ExercisePage, language: Language, kind: string, type?: string): Promise<OpenExercise> {
  const kicker = opened.page.locator('.isl-kicker', { hasText: message(language, `attempt.kind.${kind}`) });
  const ofKind = opened.page.locator('.isl-exercise').filter({ has: kicker });
  const island = await awake((type === undefined ? ofKind : ofKind.filter({ has: opened.page.locator(`fieldset[data-type="${type}"]`) })).first());
  return { ...opened, island, button: (key) => island.getByRole('button', { name: message(language, key), exact: true }) };
}

/** The first page of the course with an exercise of the kind. */
export function pathWith(language: Language, kind: string): string {
  const label = message(language, `attempt.kind.${kind}`);
  const found = COURSE_PAGES.find((page) => page.language === language && page.html.includes(`isl-kicker">${label}<`));
  if (found === undefined) throw new Error(`no page in ${language} has an exercise of the kind ${kind}`);
  return found.path;
}

/** The first exercise of the kind in the course. */
export async function openExercise(browser: Browser, kind: string, language: Language = 'en', device: keyof typeof DEVICES = 'desk'): Promise<OpenExercise> {
  return exerciseIn(await openExercises(browser, pathWith(language, kind), device), language, kind);
}

/** The right answer to each field, as the closed answer below the question tells it: for a list all its items. */
export async function keyOf(island: Locator): Promise<readonly (readonly string[])[]> {
  return island
    .locator('.isl-answer')
    .evaluateAll((answers) => answers.filter((one) => one.closest('[hidden]') === null).map((one) => [...one.querySelectorAll(':scope > p > strong, :scope > ol strong, :scope > ul strong')].map((right) => right.textContent.trim())));
}

/** How a reader acts. */
export const HANDS = ['mouse', 'keyboard', 'touch'] as const;

/** One of them. */
export type Hand = (typeof HANDS)[number];

/** Presses a button, or ticks a box. */
export async function press(target: Locator, hand: Hand): Promise<void> {
  if (hand === 'touch') await target.tap();
  else if (hand === 'mouse') await target.click();
  else {
    await target.focus();
    await target.press('Space');
  }
}

/** Drags the middle of one thing to a place in another, px from its left and top, with the mouse. */
export async function drag(what: Locator, to: Locator, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
  const [from, there] = [await what.boundingBox(), await to.boundingBox()];
  if (from === null || there === null) throw new Error('nothing to drag');
  const { mouse } = what.page();
  await mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await mouse.down();
  await mouse.move(there.x + x, there.y + y, { steps: 4 });
  await mouse.up();
}

async function toTheMiddle(field: Locator): Promise<void> {
  await field.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
}

/** Puts the items of a list in this order: by dragging, with the arrow keys, or with the buttons. */
async function putInOrder(field: Locator, wanted: readonly string[], hand: Hand): Promise<void> {
  await toTheMiddle(field);
  for (const [place, item] of wanted.entries()) {
    const row = field.locator('.isl-item').filter({ has: field.page().getByText(item, { exact: true }) });
    const at = (await field.locator('.isl-item-text').allTextContents()).indexOf(item);
    if (hand === 'mouse' && at !== place) await drag(row.locator('.isl-item-text'), field.locator('.isl-item').nth(place), { x: 40, y: 2 });
    if (hand === 'keyboard') await row.getByRole('button').first().focus();
    for (let times = at; times > place && hand !== 'mouse'; times -= 1) await (hand === 'touch' ? row.getByRole('button').first().tap() : field.page().keyboard.press('ArrowUp'));
  }
}

/** Gives every item that can still be changed its right option, or one that is not: by dragging, or with the buttons. */
async function answerMatch(field: Locator, right: readonly string[], rightly: boolean, hand: Hand): Promise<void> {
  await toTheMiddle(field);
  const options = await field.locator('.isl-chip').allTextContents();
  for (const [at, pair] of right.entries()) {
    const row = field.locator('.isl-match-item').nth(at);
    const slot = row.locator('.isl-slot');
    if ((await slot.getAttribute('aria-disabled')) === 'true') continue;
    const given = pair.slice(pair.indexOf(' → ') + 3);
    const option = field.locator('.isl-chip').nth(options.findIndex((one) => (one === given) === rightly));
    if (hand === 'mouse') await drag(option, row, { x: 20, y: 10 });
    else {
      await press(slot, hand);
      await press(option, hand);
    }
  }
}

/** Takes the walk on the map of the states, from the last step that stands there. */
async function walk(field: Locator, way: readonly string[], hand: Hand): Promise<void> {
  for (const state of way) await press(field.locator('.isl-walk-state:not([aria-hidden="true"])', { hasText: new RegExp(`^${state}$`) }), hand);
}

/** Answers a walk from where it stands right: on to its end, or one wrong step. */
async function answerWalk(field: Locator, way: readonly string[], rightly: boolean, hand: Hand): Promise<void> {
  const back = field.locator('.isl-walk-back');
  while ((await back.getAttribute('aria-disabled')) === 'false') await press(back, hand);
  const stands = (await field.locator('.isl-walk li').count()) - 1;
  await walk(field, rightly ? way.slice(stands + 1) : ['LISTEN'], hand);
}

/** Chooses exactly the right ones among several, or one that is wrong besides. */
async function answerMany(field: Locator, right: readonly string[], rightly: boolean, hand: Hand): Promise<void> {
  const labels = await field.locator('label input + span').allTextContents();
  const wrong = labels.findIndex((label) => !right.includes(label));
  for (const [at, label] of labels.entries()) {
    const input = field.locator('label input').nth(at);
    const wanted = right.includes(label) || (!rightly && at === wrong);
    if ((await input.isDisabled()) || (await input.isChecked()) === wanted) continue;
    await press(hand === 'keyboard' ? input : field.locator('label').nth(at), hand);
  }
}

/** Answers a field rightly, or with something that is not right. */
async function answerField(field: Locator, right: readonly string[], rightly: boolean, hand: Hand, or: string): Promise<void> {
  const accepted = (right[0] ?? '').split(or);
  switch (await field.getAttribute('data-type')) {
    case 'many':
      return answerMany(field, right, rightly, hand);
    case 'order':
      return putInOrder(field, rightly ? right : right.toReversed(), hand);
    case 'match':
      return answerMatch(field, right, rightly, hand);
    case 'path':
      return answerWalk(field, (accepted[0] ?? '').split(' → '), rightly, hand);
    case 'number': {
      const [answer = ''] = accepted;
      const wrong = /^\d+$/u.test(answer) ? String(Number(answer) + 1) : `no ${answer}`;
      const input = field.locator('input');
      await (hand === 'keyboard' ? input.focus() : press(input, hand));
      return input.fill(rightly ? answer : wrong);
    }
    default: {
      const labels = await field.locator('label').allTextContents();
      const wanted = labels.findIndex((label) => accepted.includes(label.trim()) === rightly);
      return press(hand === 'keyboard' ? field.locator('label input').nth(wanted) : field.locator('label').nth(wanted), hand);
    }
  }
}

/** Answers every field that can still be answered: rightly, or with something that is not right. */
export async function answerAll(island: Locator, language: Language, rightly: (field: number) => boolean, hand: Hand = 'mouse'): Promise<void> {
  const right = await keyOf(island);
  const or = ` ${message(language, 'attempt.or')} `;
  for (const [at, field] of (await island.locator('fieldset').all()).entries()) {
    if ((await field.getAttribute('data-verdict')) !== 'right') await answerField(field, right[at] ?? [], rightly(at), hand, or);
  }
}
