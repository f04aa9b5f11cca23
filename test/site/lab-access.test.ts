import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserHere } from './browser-here.ts';
import { awake, DEVICES, message, openPage } from './island-page.ts';
import type { Language } from './pages.ts';

const browser = await browserHere();

interface Lab {
  readonly page: Page;
  readonly island: Locator;
  /** Presses keys, one after the other. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** What a screen reader has been told last. */
  readonly said: () => Promise<string | null>;
  /** The name of what has the focus, as it is seen. */
  readonly focused: () => Promise<string>;
}

async function openLab(language: Language, options = {}): Promise<Lab> {
  const { page } = await openPage(browser, `/${language}/lab/`, { ...DEVICES.desk, ...options });
  const island = await awake(page.locator('.isl-instrument'));
  return {
    page,
    island,
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    said: () => island.locator('> [role="status"]').textContent(),
    focused: () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent.trim() ?? ''),
  };
}

const step = (island: Locator, language: Language) => island.getByRole('button', { name: message(language, 'island.step'), exact: true });

describe('a screen reader', () => {
  test('is told nothing at load, and once what each deed came to', async () => {
    const { page, island, press, said } = await openLab('en');
    expect(await said()).toBe('');
    await step(island, 'en').focus();
    await press('ArrowRight', 'ArrowRight', 'ArrowRight');
    await expect.poll(said).toMatch(/^Moment 3 of 5, at 50 ms\. SYN SEQ=100 from the client arrives/u);
    await press('.');
    await expect.poll(said).toMatch(/^SYN SEQ=100, from the client to the server/u);
    await press('l');
    await expect.poll(said).toMatch(/^A new branch: .*lose client segment.*is lost on the way/u);
    await press('Control+z');
    await expect.poll(said).toMatch(/^Taken back\. Moment 3 of 5/u);
    await press('Control+Shift+Z');
    await expect.poll(said).toMatch(/^Done again\. Moment 3 of 7/u);
    await press('Control+y');
    await expect.poll(said).toBe(message('en', 'lab.said.idle'));
    await press('c');
    await expect.poll(said).toMatch(/^Compared with /u);
    await page.close();
  });

  test('is not told each moment while the run plays, but where it stopped', async () => {
    const { page, island, press, said } = await openLab('en');
    // Slow enough that it still plays when this has looked.
    await island.getByRole('combobox', { name: message('en', 'lab.pace'), exact: true }).selectOption('0.5');
    await step(island, 'en').focus();
    await press('Home', 'p');
    await expect.poll(said).toBe(message('en', 'lab.said.playing'));
    await expect.poll(() => island.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/^Moment [23] of 5/u);
    expect(await said()).toBe(message('en', 'lab.said.playing'));
    await press('p');
    await expect.poll(said).toMatch(/^Moment [2-5] of 5/u);
    await page.close();
  });
});

describe('the focus', () => {
  test('stays in the view buttons where the ladder gives way to another view', async () => {
    const { page, island, press, focused } = await openLab('en');
    await step(island, 'en').focus();
    await island.getByRole('group', { name: /^Ladder of the run/u }).focus();
    await press('v');
    await expect.poll(focused).toBe(message('en', 'lab.view.diagram'));
    await page.close();
  });

  test('goes to a deed of the same segment where the one that was done is not offered any more', async () => {
    const { page, island, press, focused } = await openLab('en');
    await step(island, 'en').focus();
    await press('Home', 'ArrowRight', 'ArrowRight');
    await island.locator('.isl-card').getByRole('button', { name: message('en', 'lab.wire.lose'), exact: true }).focus();
    await press('Enter');
    await expect.poll(focused).toBe(message('en', 'lab.wire.restore'));
    await page.close();
  });

  test('goes back to the button of a drawer that Escape closes, and from the keys to where it was', async () => {
    const { page, island, press, focused } = await openLab('en');
    const settings = island.getByRole('button', { name: message('en', 'lab.bench.settings'), exact: true });
    await settings.focus();
    await press('Enter');
    await island.getByRole('radio').first().focus();
    await press('Escape');
    await expect.poll(focused).toBe(message('en', 'lab.bench.settings'));
    await press('?');
    await island.getByRole('dialog').waitFor();
    await press('Escape');
    await expect.poll(focused).toBe(message('en', 'lab.bench.settings'));
    await page.close();
  });
});

test('the keys work where the keyboard is set to Hangul', async () => {
  const { page, island } = await openLab('ko');
  await step(island, 'ko').focus();
  const hangul = (key: string, code: string) => page.evaluate((init) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init)), { key, code, bubbles: true, cancelable: true });
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await hangul('ㅣ', 'KeyL');
  await island.locator('.isl-change').getByText('lose client segment').waitFor();
  await hangul('ㅋ', 'KeyZ');
  await expect.poll(() => island.locator('.isl-change').count()).toBe(0);
  await page.close();
});

test('nothing glides for a reader who wants no motion', async () => {
  const { page, island, press } = await openLab('en', { reducedMotion: 'reduce' });
  const places = () => page.evaluate(() => new Promise<readonly string[]>((resolve) => {
    const seen: string[] = [];
    const look = () => {
      seen.push(document.querySelector('.isl-ladder-now')?.getAttribute('transform') ?? '');
      if (seen.length < 12) requestAnimationFrame(look);
      else resolve([...new Set(seen)]);
    };
    look();
  }));
  await step(island, 'en').focus();
  await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  expect(await places()).toHaveLength(1);
  await page.close();
});
