import type { FileChooser } from 'playwright-core';
import { expect, test } from 'vitest';
import GALLERY from '../../content/gallery.json' with { type: 'json' };
import { PAGE } from '../../src/islands/capture/look.ts';
import { OUTCOMES } from '../../src/islands/capture/outcome.ts';
import { violationsIn } from './axe.ts';
import { browserHere } from './browser-here.ts';
import { choose, drop, ended, many, openCapturePage, openFirst, recording, rows } from './capture-page.ts';
import { LANGUAGES } from './pages.ts';

const browser = await browserHere();

test('many conversations: listed by pages, sorted, narrowed down, while nothing of a hostile name becomes markup', async () => {
  const { page, complaints, say } = await openCapturePage(browser);
  const file = many(3000);
  await drop(page, { ...file, name: '<img src=x onerror=alert(1)>.pcap' }, recording('01-normal-close4'));
  await ended(page);
  expect(await page.locator('.isl-zone-notice').textContent()).toContain('<img src=x onerror=alert(1)>.pcap');
  expect(await page.locator('.isl-capture img').count()).toBe(0);
  await expect.poll(() => page.locator('.isl-list-count').textContent()).toContain('3,000');
  expect(await rows(page).count()).toBe(50);
  await page.getByRole('button', { name: say('capture.page.next'), exact: true }).click();
  await expect.poll(() => rows(page).first().getAttribute('data-conversation')).toBe('50');
  await page.getByRole('button', { name: say('capture.column.number'), exact: true }).click();
  await expect.poll(() => rows(page).first().getAttribute('data-conversation')).toBe('2999');
  await page.getByLabel(say('capture.find'), { exact: true }).fill(':1030');
  await expect.poll(() => rows(page).count()).toBe(1);
  expect(await rows(page).first().getAttribute('data-conversation')).toBe('6');
  await page.locator('.isl-list-tools select').first().selectOption('closed');
  await expect.poll(() => rows(page).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('a large file: conversations are there while it is read, and it can be stopped; another file takes its place', async () => {
  const { page, complaints, say } = await openCapturePage(browser);
  await page.evaluate(
    ({ text, times, stop }) => {
      // As soon as a conversation is there, before the file may have been read to its end.
      const watch = new MutationObserver(() => {
        const button = [...document.querySelectorAll<HTMLElement>('.isl-reading-bar button')].find(({ textContent }) => textContent === stop);
        if (button === undefined || document.querySelector('.isl-list tbody tr') === null) return;
        document.body.dataset['progress'] = document.querySelector('[role="progressbar"]')?.getAttribute('aria-valuenow') ?? '';
        watch.disconnect();
        button.click();
      });
      watch.observe(document.body, { subtree: true, childList: true });
      const frames = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const rest = frames.subarray(24);
      const piece = new Uint8Array(rest.length * 5000);
      for (let at = 0; at < piece.length; at += rest.length) piece.set(rest, at);
      const transfer = new DataTransfer();
      transfer.items.add(new File([frames, ...new Array<Uint8Array<ArrayBuffer>>(times).fill(piece)], 'large.pcap'));
      const input = document.querySelector<HTMLInputElement>('.isl-zone input');
      if (input === null) throw new Error('There is no field for a file');
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { text: Buffer.from(recording('13-closed-port').octets).toString('base64'), times: 400, stop: say('capture.stop') },
  );
  await ended(page);
  expect(await page.evaluate(() => document.body.dataset['progress'])).toMatch(/^\d\d?$/u);
  expect(await page.locator('.isl-read-summary').textContent()).toContain('stopped after');
  await openFirst(page);
  await choose(page, recording('16-simultaneous-close'));
  await ended(page);
  expect(await page.locator('.isl-read-summary').textContent()).toContain('16-simultaneous-close.pcap');
  expect(await page.locator('.isl-conversation').count()).toBe(0);
  expect(new URL(page.url()).hash).toBe('');
  expect(complaints).toEqual([]);
});

test('by keyboard alone: a file is chosen, a conversation opened, stepped through and left', async () => {
  const { page, complaints } = await openCapturePage(browser);
  const input = page.locator('.isl-zone input');
  const choosers: FileChooser[] = [];
  page.on('filechooser', (chooser) => choosers.push(chooser));
  // A busy page may not have heard the first press.
  await expect.poll(async () => {
    if (choosers.length === 0) await input.press('Enter');
    return choosers.length;
  }).toBeGreaterThan(0);
  const { name, octets } = recording('45-accept-queue-full');
  await choosers[0]?.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(octets) });
  await ended(page);
  await page.locator('.isl-list-open').nth(2).focus();
  await page.keyboard.press('Enter');
  await page.locator('.isl-conversation .isl-instrument').waitFor();
  await page.locator('.isl-conversation .isl-steps button').first().focus();
  await page.keyboard.press('Home');
  await expect.poll(() => page.locator('.isl-hosts strong').first().textContent()).toBe('CLOSED');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('.isl-hosts strong').allTextContents()).toContain('SYN-SENT');
  // Nothing that would change the run is offered, by key either.
  const before = await page.locator('.isl-place').textContent();
  await page.keyboard.press('l');
  expect(await page.locator('.isl-place').textContent()).toBe(before);
  expect(await page.locator('.isl-changes, .isl-wire').count()).toBe(0);
  await page.locator('.isl-conversation-back').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.isl-list-open').nth(2).evaluate((one) => one === document.activeElement)).toBe(true);
  expect(complaints).toEqual([]);
});

test('the examples can be opened by everybody', async () => {
  const { page, complaints } = await openCapturePage(browser);
  const examples = page.locator('.isl-examples button');
  for (let at = 0; at < (await examples.count()); at += 1) {
    const said = await page.locator('.isl-read-summary').count() === 0 ? '' : await page.locator('.isl-read-summary').textContent();
    await page.locator('.isl-examples').evaluate((details) => ((details as HTMLDetailsElement).open = true));
    await examples.nth(at).click();
    await expect.poll(async () => (await page.locator('.isl-read-summary').count()) === 0 ? '' : page.locator('.isl-read-summary').textContent()).not.toBe(said);
    await ended(page);
    expect(await rows(page).count()).toBeGreaterThan(0);
  }
  expect(complaints).toEqual([]);
});

test('a folder and what is no file are told for what they are', async () => {
  const { page, say } = await openCapturePage(browser);
  const notice = page.locator('.isl-zone-notice');
  await page.evaluate(() => Object.defineProperty(DataTransferItem.prototype, 'webkitGetAsEntry', { value: () => ({ isDirectory: true }) }));
  // A busy page may not listen yet.
  await expect.poll(async () => {
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['x'], 'folder'));
      document.querySelector('main')?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    });
    return notice.textContent();
  }).toBe(say('zone.folder'));
});

test.each(LANGUAGES)('the whole course as one capture, in %s: every outcome that a client sees is in it, and each segment says what really happened', async (language) => {
  const { page, complaints, say } = await openCapturePage(browser, language, 'phone');
  await page.getByRole('button', { name: say('zone.example.course'), exact: true }).click();
  await ended(page);
  expect(await rows(page).count()).toBe(PAGE);
  const outcomes = page.locator('.isl-list-tools select').first();
  // At the client nothing is half-open: it answers every SYN,ACK that it sees.
  for (const outcome of OUTCOMES.filter((one) => one !== 'half-open')) {
    await outcomes.selectOption(outcome);
    await expect.poll(() => rows(page).evaluateAll((all) => [...new Set(all.map((row) => row.getAttribute('data-outcome')))])).toEqual([outcome]);
  }
  await outcomes.selectOption('');
  await page.getByLabel(say('capture.find'), { exact: true }).fill(':49152');
  await expect.poll(() => rows(page).count()).toBe(1);
  await openFirst(page);
  await page.getByRole('button', { name: say('lab.view.segments'), exact: true }).click();
  await page.locator('.isl-view-number').first().click();
  await expect.poll(() => page.locator('.isl-card-comment p').allTextContents()).toEqual([expect.stringContaining(GALLERY[0]?.scenarios[0]?.title[language] ?? 'a title')]);
  expect(await violationsIn(page, 'main')).toEqual([]);
  expect(complaints).toEqual([]);
});
