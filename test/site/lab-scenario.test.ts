import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { begin } from '../../src/islands/session.ts';
import { EMPTY_SCENARIO } from '../../src/simulation/scenario.ts';
import { courseTrace, courseWords } from '../course-traces.ts';
import { browserHere } from './browser-here.ts';
import { bring, HANDS, openLab, sees, type Lab } from './lab-page.ts';
import { sessionOf, THREE_WAY } from './lab-sessions.ts';

const browser = await browserHere();

const course = (name: string) => begin(courseTrace(name).scenario, true);

describe.each(HANDS)('by %s, a scenario', (hand) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(browser, hand);
  });
  afterAll(() => lab.page.close());
  const drawer = async (name: 'gallery' | 'editor' | 'settings', isOpen: boolean) => {
    const button = lab.button(`lab.bench.${name}`);
    if ((await button.getAttribute('aria-expanded')) !== String(isOpen)) await lab.press(button);
  };

  test('is taken from the gallery, found by a word, and the browser’s Back leads to the one before', async () => {
    await sees(lab, course('three-way'));
    await drawer('gallery', true);
    await lab.island.getByRole('searchbox').fill('storm');
    await lab.press(lab.island.locator('.isl-gallery-item').first());
    await sees(lab, course('retransmission-storm'));
    // On a phone it makes way for the run.
    await expect.poll(() => lab.button('lab.bench.gallery').getAttribute('aria-expanded')).toBe(String(hand !== 'touch'));
    // The address follows when nothing has happened for a while.
    await expect.poll(() => lab.page.url()).toContain('#s1=');
    const storm = lab.page.url();
    await drawer('gallery', true);
    await lab.island.getByRole('searchbox').fill('');
    await lab.press(lab.island.locator('.isl-gallery-item').first());
    await sees(lab, begin(EMPTY_SCENARIO, true));
    await expect.poll(() => lab.page.url()).not.toBe(storm);
    await lab.page.goBack();
    await sees(lab, course('retransmission-storm'));
    expect(lab.complaints).toEqual([]);
  });

  test('is written, completed, told what is wrong with it, and put right', async () => {
    await bring(lab, sessionOf(THREE_WAY));
    await drawer('editor', true);
    const field = lab.island.locator('.cm-content');
    await field.waitFor();
    await field.focus();
    await lab.page.keyboard.press('Control+End');
    await lab.page.keyboard.type('client sen');
    await lab.press(lab.button('lab.editor.suggest'));
    await lab.island.locator('.cm-tooltip-autocomplete li').first().waitFor();
    await lab.page.waitForTimeout(100);
    await lab.page.keyboard.press('Enter');
    await expect.poll(() => field.textContent()).toContain('client sends');
    await lab.page.keyboard.press('Control+End');
    await lab.page.keyboard.press('Home');
    await lab.page.keyboard.press('Shift+End');
    await lab.page.keyboard.type('client snds 120');
    await lab.island.locator('.cm-lintRange-error').first().waitFor();
    await lab.island.locator('.isl-problem').first().waitFor();
    await sees(lab, sessionOf(THREE_WAY));
    await lab.press(lab.island.locator('.isl-problem-fix').first());
    await sees(lab, sessionOf(`${THREE_WAY}client sends 120\n`));
    await lab.island.getByText(lab.said('lab.editor.sound')).waitFor();
    expect(await lab.island.locator('.isl-problem').count()).toBe(0);
    await drawer('editor', false);
    expect(lab.complaints).toEqual([]);
  });

  test('is set: profile, delay, loss, and what a host has', async () => {
    await bring(lab, sessionOf(THREE_WAY));
    await drawer('settings', true);
    const settings = lab.island.locator('.isl-settings');
    const set = async (label: string, value: string) => {
      const field = settings.getByRole('textbox', { name: label, exact: true });
      await field.fill(value);
      await field.press('Enter');
    };
    await set(lab.said('lab.settings.delay'), '120');
    await sees(lab, sessionOf(`delay 120 ms\n${THREE_WAY}`));
    await set(lab.said('lab.settings.delay'), 'much');
    await settings.getByText(lab.said('island.number.not-whole')).waitFor();
    await sees(lab, sessionOf(`delay 120 ms\n${THREE_WAY}`));
    const linux = settings.getByRole('radio', { name: lab.said('lab.settings.profile.linux'), exact: true });
    await lab.press(hand === 'keyboard' ? linux : settings.locator('label').filter({ hasText: lab.said('lab.settings.profile.linux') }));
    await sees(lab, sessionOf(`profile linux\ndelay 120 ms\n${THREE_WAY}`));
    await lab.press(settings.locator('summary').filter({ hasText: courseWords('en')['island.name.server'] ?? '' }));
    const host = settings.locator('.isl-set-host[data-host="B"]');
    const window = host.getByRole('textbox', { name: lab.said('lab.settings.window'), exact: true });
    await window.fill('1000');
    await window.press('Enter');
    await host.getByRole('combobox', { name: lab.said('lab.settings.sack'), exact: true }).selectOption({ label: lab.said('lab.settings.not-offered') });
    await sees(lab, sessionOf(`profile linux\ndelay 120 ms\nserver window 1000\nserver no SACK\n${THREE_WAY}`));
    await drawer('editor', true);
    await expect.poll(() => lab.island.locator('.cm-content, .isl-editor-field').first().textContent()).toContain('server window 1000');
    await drawer('editor', false);
    expect(lab.complaints).toEqual([]);
  });
});
