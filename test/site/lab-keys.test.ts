import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Deed, WireDeed } from '../../src/islands/deed.ts';
import { KEY_DEEDS, KEY_OF, type KeyDeed } from '../../src/islands/keys.ts';
import { after } from '../../src/islands/session.ts';
import { type Session } from '../../src/islands/stepping.ts';
import { browserHere } from './browser-here.ts';
import { bring, openLab, sees, type Lab } from './lab-page.ts';
import { LANGUAGES } from './pages.ts';
import { sessionOf, THREE_WAY } from './lab-sessions.ts';

const browser = await browserHere();
let lab: Lab;
beforeAll(async () => {
  lab = await openLab(browser, 'keyboard', { session: sessionOf(THREE_WAY) });
});

const UNDER_WAY: Deed = { type: 'go', shown: 2 };
const LOST: Deed = { type: 'wire', flight: 0, what: { type: 'lose' } };
const wire = (what: WireDeed): Deed => ({ type: 'wire', flight: 0, what });

/** What each key comes to: a deed, or something else to be seen. */
const KEYS: Readonly<Record<KeyDeed, { readonly before?: readonly Deed[]; readonly deed?: Deed; readonly proof?: string }>> = {
  step: { deed: { type: 'step' } },
  back: { deed: { type: 'back' } },
  start: { deed: { type: 'start' } },
  end: { deed: { type: 'end' } },
  play: { before: [{ type: 'go', shown: 4 }], deed: { type: 'step' } },
  lose: { deed: LOST },
  delay: { deed: wire({ type: 'delay', ms: 100 }) },
  duplicate: { deed: wire({ type: 'duplicate', ms: 50 }) },
  hold: { deed: wire({ type: 'hold' }) },
  deliver: { deed: wire({ type: 'deliver' }) },
  previous: { before: [{ type: 'end' }], proof: '.isl-ladder-halo' },
  next: { before: [{ type: 'end' }], proof: '.isl-ladder-halo' },
  undo: { deed: { type: 'undo' } },
  redo: { deed: { type: 'redo' } },
  reset: { deed: { type: 'reset' } },
  view: { proof: '.isl-picture' },
  branch: { before: [{ type: 'end' }, LOST], deed: { type: 'branch', branch: 1 } },
  compare: { before: [{ type: 'end' }, LOST], proof: '.isl-compare-table' },
  help: { proof: 'dialog[open]' },
};

const focus = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('by its key', () => {
  test.each(KEY_DEEDS)('%s', async (key) => {
    const { before = [UNDER_WAY], deed, proof } = KEYS[key];
    let now: Session = await bring(lab, sessionOf(THREE_WAY, ...before));
    await lab.button('island.step').focus();
    if (key === 'undo' || key === 'redo') {
      await lab.page.keyboard.press('l');
      now = after(now, LOST);
    }
    if (key === 'redo') {
      await lab.page.keyboard.press('z');
      now = after(now, { type: 'undo' });
    }
    await sees(lab, now);
    await lab.page.keyboard.press(KEY_OF[key]);
    if (proof !== undefined) await lab.island.locator(proof).first().waitFor({ state: 'attached' });
    if (deed !== undefined) await sees(lab, after(now, deed));
    if (key === 'help') await lab.page.keyboard.press('Escape');
    expect(await lab.page.evaluate(() => document.activeElement === document.body)).toBe(false);
    expect(lab.complaints).toEqual([]);
  });
});

test('`?` opens the keys, all of them; Escape closes them, and the focus is where it was', async () => {
  const now = await bring(lab, sessionOf(THREE_WAY, UNDER_WAY));
  await lab.button('island.back').focus();
  const before = await focus(lab.page);
  await lab.page.keyboard.press('?');
  const dialog = lab.page.getByRole('dialog', { name: lab.said('island.keys') });
  await dialog.waitFor();
  const said = await dialog.locator('dd').allTextContents();
  expect(said).toEqual(KEY_DEEDS.map((deed) => lab.said(`island.key.${deed}`)));
  expect(await lab.page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
  await lab.page.keyboard.press('ArrowRight');
  await lab.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await focus(lab.page)).toBe(before);
  await sees(lab, now);
});

test('keys in a field are the field’s own', async () => {
  const now = await bring(lab, sessionOf(THREE_WAY, UNDER_WAY));
  const panel = lab.island.getByRole('group', { name: lab.said('lab.calls.of', { host: 'client' }), exact: true });
  const field = panel.getByRole('textbox', { name: lab.said('lab.calls.send.length') });
  await field.focus();
  for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'End', 'l', 'r', 'p', '?']) await lab.page.keyboard.press(key);
  expect(await field.inputValue()).toContain('lrp?');
  await field.fill('100');
  await lab.button('lab.bench.gallery').press('Enter');
  const find = lab.island.getByRole('searchbox');
  await find.focus();
  for (const key of ['ArrowLeft', 'h', 'Home', 'z']) await lab.page.keyboard.press(key);
  expect(await find.inputValue()).toBe('zh');
  await lab.button('lab.bench.gallery').press('Enter');
  await sees(lab, now);
});

test('every button in it is reached by Tab, none of them twice, and Tab leads out of it', async () => {
  const now = await bring(lab, sessionOf(THREE_WAY, UNDER_WAY));
  await lab.island.locator('.isl-fold:not([open]) > summary').evaluateAll((folded: HTMLElement[]) => {
    for (const summary of folded) summary.click();
  });
  await lab.island.locator('.isl-sockets').waitFor();
  await lab.island.evaluate((root) => {
    let next = 0;
    for (const one of root.querySelectorAll<HTMLElement>('button, input, select, summary, [tabindex="0"], a')) if (one.getClientRects().length > 0 && one.checkVisibility()) one.dataset['reach'] = String((next += 1));
  });
  const wanted = await lab.island.evaluate((root) => {
    // Of a group of radio buttons Tab reaches the chosen one.
    return [...root.querySelectorAll<HTMLElement>('[data-reach]')].filter((one) => !(one instanceof HTMLInputElement && one.type === 'radio' && !one.checked)).map((one) => one.dataset['reach'] ?? '');
  });
  await lab.island.evaluate((root) => root.querySelector<HTMLElement>('[data-reach="1"]')?.focus());
  const reached: string[] = [];
  for (let presses = 0; presses < 400; presses += 1) {
    const at = await lab.page.evaluate(() => (document.activeElement?.closest('.isl-simulation') ? ((document.activeElement as HTMLElement).dataset['reach'] ?? '') : 'out'));
    if (at === 'out') break;
    if (at !== '') reached.push(at);
    await lab.page.keyboard.press('Tab');
  }
  expect(reached).toEqual(wanted);
  expect(wanted.length).toBeGreaterThan(60);
  await sees(lab, now);
});

test.each(LANGUAGES)('its buttons speak only the language of the page: %s', async (language) => {
  const other = await openLab(browser, 'mouse', { language, session: sessionOf(THREE_WAY, UNDER_WAY) });
  const names = await other.island.locator('button:visible:not(.isl-header button)').evaluateAll((buttons) => buttons.map((one) => one.getAttribute('aria-label') ?? one.textContent.trim()));
  const plain = names.filter((name) => !/^(?:Mermaid|SVG|PNG)$/u.test(name));
  expect(plain.filter((name) => /\p{Script=Hangul}/u.test(name) !== (language === 'ko'))).toEqual([]);
  expect(plain.length).toBeGreaterThan(20);
  await other.page.close();
});
