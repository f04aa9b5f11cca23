import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { message } from './island-page.ts';
import { KEY, OLD_RECORD, answer, button, end, figures, inDialog, keptIn, markOf, progressPage, readersHere, turnTo } from './progress-page.ts';

const reader = readersHere();

const en = (key: string) => message('en', key);

describe('where nothing can be kept', () => {
  test.each(['blocked', 'full'] as const)('(%s) everything works, and the reader is told', async (storage) => {
    const context = await reader({ storage });
    const { page } = await turnTo(context, '/en/states/');
    await answer(page, 'state-x-1', true);
    await page.locator('.hl-unkept', { hasText: en(`mark.unkept.${storage}`) }).waitFor();
    await expect.poll(() => markOf(page, 'states').textContent()).toBe(`, ${en('mark.begun')}`);
    await page.locator('.hl-unkept').getByRole('button').click();
    await end(page).getByRole('button').click();
    await expect.poll(() => markOf(page, 'states').textContent()).toBe(`, ${en('mark.read')}`);
    expect(await page.locator('.hl-unkept').count()).toBe(0);

    const { page: about } = await progressPage(context);
    await answer(about, 'state-x-2', true);
    await expect.poll(() => figures(about)).toEqual([0, 1, 1, 0]);
    await about.locator('.isl-notice', { hasText: en(`mark.unkept.${storage}`) }).waitFor();
  });

  test('what cannot be read is put aside, can be saved and is discarded only by the reader', async () => {
    const { page, complaints } = await progressPage(await reader({ kept: '{"record":"handshake-lab progress","version' }));
    await page.getByText(en('progress.unreadable')).waitFor();
    const aside = () => page.evaluate((key) => localStorage.getItem(`${key}:unreadable-1`), KEY);
    expect(await aside()).toBe('{"record":"handshake-lab progress","version');
    // The first answer fetches the scheduler; a reload meanwhile would call that off.
    const scheduler = page.waitForResponse((response) => /\/due\.[^/]*\.js$/u.test(response.url()));
    await answer(page, 'state-x-1', true);
    await expect.poll(() => figures(page)).toEqual([0, 1, 1, 0]);
    await (await scheduler).finished();
    await page.reload();
    await expect.poll(() => figures(page)).toEqual([0, 1, 1, 0]);
    const saving = page.waitForEvent('download');
    await button(page, 'progress.unreadable.save').click();
    expect(readFileSync(await (await saving).path(), 'utf8')).toBe('{"record":"handshake-lab progress","version\n');
    await button(page, 'progress.unreadable.discard').click();
    await page.getByText(en('progress.unreadable')).waitFor({ state: 'detached' });
    expect(await aside()).toBe(null);
    expect(complaints).toEqual([]);
  });

  test('what a later version has written is left alone', async () => {
    const later = '{"record":"handshake-lab progress","version":99,"progress":[]}';
    const { page } = await progressPage(await reader({ kept: later }));
    await page.locator('.isl-notice', { hasText: en('mark.unkept.newer') }).waitFor();
    await answer(page, 'state-x-1', true);
    await expect.poll(() => figures(page)).toEqual([0, 1, 1, 0]);
    expect(await keptIn(page)).toBe(later);
  });
});

describe('a file', () => {
  const choose = (page: Page, path: string) => page.locator('.isl-record input').setInputFiles(path);
  const told = (page: Page) => page.locator('.isl-done [role="status"]');
  const fileWith = (name: string, text: string) => {
    const path = join(tmpdir(), `handshake-lab-${process.pid}-${name}`);
    writeFileSync(path, text);
    return path;
  };
  async function saved(): Promise<string> {
    const { page } = await progressPage(await reader({ kept: OLD_RECORD }));
    const saving = page.waitForEvent('download');
    await button(page, 'progress.save').click();
    const download = await saving;
    expect(download.suggestedFilename()).toMatch(/^handshake-lab-progress-\d{4}-\d\d-\d\d\.json$/u);
    await expect.poll(() => told(page).textContent()).toBe(en('progress.saved'));
    return readFileSync(await download.path(), 'utf8');
  }

  test('takes all of it to another device, beside what is there or in its place, and back', async () => {
    const path = fileWith('whole.json', await saved());
    const { page, complaints } = await progressPage(await reader());
    await answer(page, 'state-x-1', true, { slug: 'states' });
    await expect.poll(() => figures(page)).toEqual([0, 1, 1, 0]);

    await choose(page, path);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    expect(await figures(page)).toEqual([0, 1, 1, 0]);

    await choose(page, path);
    await inDialog(page, 'progress.opened.merge').click();
    await expect.poll(() => figures(page)).toEqual([2, 2, 1, 1]);
    await choose(page, path);
    await inDialog(page, 'progress.opened.merge').click();
    await expect.poll(() => figures(page)).toEqual([2, 2, 1, 1]);

    await choose(page, path);
    await inDialog(page, 'progress.opened.replace').click();
    await expect.poll(() => figures(page)).toEqual([2, 1, 0, 1]);
    await button(page, 'progress.undo').click();
    await expect.poll(() => figures(page)).toEqual([2, 2, 1, 1]);
    expect(complaints).toEqual([]);
  });

  test('that is damaged, foreign or of a later version is refused with the reason, and changes nothing', async () => {
    const text = await saved();
    const { page } = await progressPage(await reader({ kept: OLD_RECORD }));
    const refusals = [
      ['broken-off.json', text.slice(0, -20), 'damaged'],
      ['changed.json', text.replace('"right":false', '"right":true'), 'damaged'],
      ['picture.png', '\u0089PNG\r\n\u001a\n', 'foreign'],
      ['other.json', '{"name":"handshake-lab"}', 'foreign'],
      ['later.json', text.replace('"version":2', '"version":3'), 'newer'],
    ] as const;
    for (const [name, content, why] of refusals) {
      const path = fileWith(name, content);
      await choose(page, path);
      await expect.poll(() => told(page).textContent()).toContain(en(`progress.refused.${why}`).replace('{{file}}', name));
      expect([await page.getByRole('dialog').count(), await keptIn(page)]).toEqual([0, OLD_RECORD]);
    }
  });
});
