import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Deed } from '../../src/islands/deed.ts';
import { after } from '../../src/islands/session.ts';
import { shownCount, traceOf, type Session } from '../../src/islands/stepping.ts';
import { browserHere } from './browser-here.ts';
import { bring, HANDS, openLab, seenIn, sees, type Lab, type Point } from './lab-page.ts';
import { sessionOf, THREE_WAY, WHOLE_LIFE } from './lab-sessions.ts';

const browser = await browserHere();

const go = (shown: number): Deed => ({ type: 'go', shown });

/** The middle of the window's part that shows this. */
async function middleOf(drawn: Locator): Promise<Point> {
  await drawn.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await drawn.boundingBox()) ?? { x: NaN, y: NaN, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height / 2 };
}

describe.each(HANDS)('by %s, time', (hand) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(browser, hand, { session: sessionOf(WHOLE_LIFE) });
  });
  afterAll(() => lab.page.close());
  /** Does it by its button, and sees what it comes to. */
  const does = async (now: Session, deed: Deed, button: Locator) => {
    await lab.press(button);
    const then = after(now, deed);
    await sees(lab, then);
    return then;
  };
  const control = (name: 'start' | 'back' | 'step' | 'end') => lab.button(`island.${name}`);
  const view = (name: string) => lab.press(lab.button(`lab.view.${name}`));

  test('steps forward n times and back n times through the same places', async () => {
    let now = await does(await bring(lab, sessionOf(WHOLE_LIFE)), { type: 'start' }, control('start'));
    const { length } = traceOf(now).moments;
    for (let n = 0; n < length; n += 1) now = await does(now, { type: 'step' }, control('step'));
    expect(shownCount(now)).toBe(length);
    expect(await control('step').getAttribute('aria-disabled')).toBe('true');
    for (let n = 0; n < 4; n += 1) now = await does(now, { type: 'back' }, control('back'));
    for (let n = 0; n < 4; n += 1) now = await does(now, { type: 'step' }, control('step'));
    now = await does(now, { type: 'start' }, control('start'));
    await does(now, { type: 'end' }, control('end'));
    expect(lab.complaints).toEqual([]);
  });

  test('plays at a chosen pace, pauses, and plays to the end', async () => {
    // Long enough to be still under way when a busy machine presses the button.
    const { length } = traceOf(await bring(lab, sessionOf(WHOLE_LIFE, go(1)))).moments;
    await lab.island.getByRole('combobox', { name: lab.said('lab.pace') }).selectOption('0.5');
    await lab.press(lab.button('lab.play'));
    await expect.poll(async () => (await seenIn(lab)).shown).toBeGreaterThan(1);
    await lab.press(lab.button('lab.pause'));
    const paused = (await seenIn(lab)).shown;
    expect(paused).toBeLessThan(length);
    await lab.page.waitForTimeout(300);
    expect((await seenIn(lab)).shown).toBe(paused);
    await lab.island.getByRole('combobox', { name: lab.said('lab.pace') }).selectOption('4');
    await lab.press(lab.button('lab.play'));
    await lab.button('lab.pause').waitFor();
    await sees(lab, sessionOf(WHOLE_LIFE, go(length)));
    await lab.button('lab.play').waitFor();
  });

  test('is scrubbed', async () => {
    const now = await bring(lab, sessionOf(WHOLE_LIFE, go(4)));
    const slider = lab.island.getByRole('slider', { name: lab.said('lab.moment') });
    if (hand === 'keyboard') {
      await slider.focus();
      await lab.page.keyboard.press('ArrowRight');
      await sees(lab, after(now, go(5)));
      await lab.page.keyboard.press('Home');
      await sees(lab, after(now, go(0)));
      return;
    }
    await lab.tapAt(await middleOf(slider));
    const { length } = traceOf(now).moments;
    await expect.poll(async () => Math.abs((await seenIn(lab)).shown - length / 2)).toBeLessThanOrEqual(1);
    await sees(lab, after(now, go((await seenIn(lab)).shown)));
  });

  test('leads to an event that is chosen in the story, in the table, and on the card of a segment', async () => {
    const now = await bring(lab, sessionOf(WHOLE_LIFE, { type: 'end' }), { selected: 1 });
    await view('story');
    await lab.press(lab.island.locator('.isl-tale-part .isl-view-number').nth(3));
    await sees(lab, after(now, go(4)));
    await lab.press(control('end'));
    await view('segments');
    await lab.press(lab.island.locator('.isl-view-table tbody tr').nth(1).locator('.isl-view-go'));
    await sees(lab, after(now, go(3)));
    await lab.press(lab.island.locator('.isl-card').getByRole('button', { name: lab.said('lab.segment.go.arrival'), exact: true }));
    await sees(lab, after(now, go(4)));
    await view('ladder');
    await sees(lab, after(now, go(4)));
    expect(lab.complaints).toEqual([]);
  });

  test.runIf(hand !== 'keyboard')('leads to what is tapped on the ladder, and chooses the segment that is', async () => {
    const now = await bring(lab, sessionOf(WHOLE_LIFE, { type: 'end' }));
    // On a phone the beginning is far out of view, and drawn when it is scrolled to.
    await lab.island.locator('.isl-ladder').evaluate((box) => box.scrollTo({ top: 0, behavior: 'instant' }));
    await lab.tapAt(await middleOf(lab.island.locator('.isl-ladder-event[data-moment="2"] .isl-ladder-chip')));
    await sees(lab, after(now, go(3)));
    await lab.tapAt(await middleOf(lab.island.locator('.isl-ladder-label[data-flight="0"]')));
    await expect.poll(() => lab.island.locator('.isl-card-title strong').textContent()).toBe('SYN');
    expect(await lab.island.locator('[data-flight="0"] .isl-ladder-halo').count()).toBe(1);
    await sees(lab, after(now, go(3)));
  });

  test('of every view is the same: the place and the chosen segment stay', async () => {
    const now = await bring(lab, sessionOf(WHOLE_LIFE, go(6)), { selected: 1 });
    const seen = {
      diagram: '.isl-picture svg:visible',
      segments: '.isl-view-table tr[data-selected="true"]',
      story: '.isl-tale-part[aria-current="step"]',
      mermaid: '.isl-mermaid code',
      ladder: '[data-flight="1"] .isl-ladder-halo',
    };
    for (const [name, proof] of Object.entries(seen)) {
      await view(name);
      await lab.island.locator(proof).first().waitFor({ state: 'attached' });
      expect(await lab.button(`lab.view.${name}`).getAttribute('aria-pressed')).toBe('true');
      await sees(lab, now);
      expect(await lab.island.locator('.isl-card-title strong').textContent()).toBe('SYN,ACK');
    }
    expect(lab.complaints).toEqual([]);
  });

  test('branches where the past is changed; branches are visited, compared and closed; undone, redone, reset', async () => {
    const given = await bring(lab, sessionOf(THREE_WAY, { type: 'end' }, { type: 'wire', flight: 1, what: { type: 'lose' } }));
    const branch = (n: number) => lab.island.locator('.isl-branches > li').nth(n);
    expect(await branch(0).locator('.isl-branch').getAttribute('aria-current')).toBeNull();
    let now = await does(given, { type: 'branch', branch: 1 }, branch(0).locator('.isl-branch'));
    await lab.press(branch(1).getByRole('button', { name: lab.said('lab.branch.compare') }));
    await lab.island.locator('.isl-compare-table').first().waitFor();
    await lab.island.getByText(lab.said('lab.compare.is.alone', { name: '' }).slice(0, 7)).first().waitFor();
    expect(await lab.island.locator('.isl-pair .isl-ladder').count()).toBe(2);
    expect(await lab.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await lab.press(branch(1).getByRole('button', { name: lab.said('lab.branch.compare') }));
    await expect.poll(() => lab.island.locator('.isl-pair').count()).toBe(0);
    now = await does(now, { type: 'branch', branch: 2 }, branch(1).locator('.isl-branch'));
    now = await does(now, { type: 'close', branch: 1 }, branch(0).locator('.isl-branch-close'));
    now = await does(now, { type: 'undo' }, lab.button('lab.undo'));
    now = await does(now, { type: 'redo' }, lab.button('lab.redo'));
    await does(now, { type: 'reset' }, lab.button('island.reset'));
    expect(await lab.island.locator('.isl-branches').count()).toBe(0);
    expect(lab.complaints).toEqual([]);
  });

  test('keeps a change until it is taken back by its button', async () => {
    const now = await bring(lab, sessionOf(THREE_WAY, go(2), { type: 'wire', flight: 0, what: { type: 'lose' } }));
    const line = lab.island.locator('.isl-change');
    expect(await line.locator('code').textContent()).toBe('lose client segment');
    const [fault] = traceOf(now).scenario.faults;
    if (fault === undefined) throw new Error('nothing is lost');
    await does(now, { type: 'drop', line: { of: 'fault', fault } }, line.getByRole('button'));
    await expect.poll(() => lab.page.evaluate(() => document.activeElement === document.body)).toBe(false);
  });
});
