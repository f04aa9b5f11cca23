import type { Browser, Locator, Page } from 'playwright-core';
import { awake, DEVICES, message, openPage } from './island-page.ts';
import { COURSE_PAGES, type Language } from './pages.ts';

/** An exercise of the course, awake in its page. */
export interface OpenExercise {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly island: Locator;
  readonly button: (key: string) => Locator;
  /** What it has reported so far. */
  readonly reported: () => Promise<readonly Readonly<Record<string, unknown>>[]>;
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
  const { page, complaints } = await openPage(browser, pathWith(language, kind), DEVICES[device]);
  await page.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    document.addEventListener('handshake:answered', (event) => void told.push((event as CustomEvent).detail));
  });
  const island = await awake(page.locator('.isl-exercise', { hasText: message(language, `attempt.kind.${kind}`) }).first());
  return {
    page,
    complaints,
    island,
    button: (key) => island.getByRole('button', { name: message(language, key), exact: true }),
    reported: () => page.evaluate(() => (window as unknown as { told: Readonly<Record<string, unknown>>[] }).told),
  };
}

/** The right answer to each field, as the closed answer below the question tells it: for a list all its items. */
export async function keyOf(island: Locator): Promise<readonly (readonly string[])[]> {
  return island
    .locator('.isl-answer')
    .evaluateAll((answers) => answers.filter((one) => one.closest('[hidden]') === null).map((one) => [...one.querySelectorAll(':scope > p > strong, :scope > ol strong, :scope > ul strong')].map((right) => right.textContent.trim())));
}

/** How the reader acts. */
export type Hand = 'mouse' | 'keyboard' | 'touch';

async function press(target: Locator, hand: Hand): Promise<void> {
  if (hand === 'touch') await target.tap();
  else if (hand === 'mouse') await target.click();
  else {
    await target.focus();
    await target.press('Space');
  }
}

/** Chooses one of several options, or lets go of it. */
export async function toggle(island: Locator, at: number, hand: Hand): Promise<void> {
  const label = island.locator('fieldset label').nth(at);
  await press(hand === 'keyboard' ? label.locator('input') : label, hand);
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

/** Answers every field that is no list or match and can still be answered: rightly, or with something that is not right. */
export async function answerAll(island: Locator, language: Language, rightly: (field: number) => boolean, hand: Hand = 'mouse'): Promise<void> {
  const right = await keyOf(island);
  const fields = island.locator('fieldset');
  const or = ` ${message(language, 'attempt.or')} `;
  for (let at = 0; at < (await fields.count()); at += 1) {
    const field = fields.nth(at);
    if ((await field.getAttribute('data-verdict')) === 'right') continue;
    const accepted = (right[at]?.[0] ?? '').split(or);
    const type = await field.getAttribute('data-type');
    if (type === 'many') {
      await answerMany(field, right[at] ?? [], rightly(at), hand);
      continue;
    }
    if (type === 'path') {
      await answerWalk(field, (accepted[0] ?? '').split(' → '), rightly(at), hand);
      continue;
    }
    if (type === 'number') {
      const wrong = String(Number(accepted[0]) + 1);
      await press(field.locator('input'), hand);
      await field.locator('input').fill(rightly(at) ? (accepted[0] ?? '') : wrong);
      continue;
    }
    const labels = await field.locator('label').allTextContents();
    const wanted = labels.findIndex((label) => accepted.includes(label.trim()) === rightly(at));
    await press(hand === 'keyboard' ? field.locator('label input').nth(wanted) : field.locator('label').nth(wanted), hand);
  }
}
