import { describe, expect, test } from 'vitest';
import { violationsIn } from './axe.ts';
import { browserHere } from './browser-here.ts';
import { choose, drop, ended, openCapturePage, openFirst, recording, rows } from './capture-page.ts';
import { LANGUAGES } from './pages.ts';

const browser = await browserHere();

describe.each(LANGUAGES)('reading a capture in %s', (language) => {
  test.each(['desk', 'phone'] as const)('a file that is dropped is read, a conversation of it opened, and Back leads to the list (%s)', async (device) => {
    const { page, complaints, say, button } = await openCapturePage(browser, language, device);
    expect(await violationsIn(page, 'main')).toEqual([]);
    await drop(page, recording('20c-rst-exact-B'));
    await ended(page);
    expect(await rows(page).count()).toBe(1);
    expect(await page.locator('.isl-list-ends').textContent()).toMatch(/10\.9\.0\.1:40031.*10\.9\.0\.2:8031/u);
    expect(await violationsIn(page, 'main')).toEqual([]);
    await openFirst(page);
    await expect.poll(() => page.locator('.isl-conversation h2').evaluate((title) => title === document.activeElement)).toBe(true);
    expect(await page.locator('.isl-hosts strong').allTextContents()).toEqual(['CLOSED', 'CLOSED']);
    expect(await page.locator('.isl-remarks li').count()).toBe(1);
    expect(await page.locator('.isl-remarks li').textContent()).toContain(say('capture.noticed.foreign'));
    await page.locator('.isl-remarks button').click();
    await page.locator('.isl-card .isl-remark').waitFor();
    expect(await page.locator('.isl-card-numbers').textContent()).toContain('SEQ101');
    await page.locator('.isl-relative input').uncheck();
    await expect.poll(() => page.locator('.isl-card-numbers').textContent()).not.toContain('SEQ101');
    expect(await violationsIn(page, 'main')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.goBack();
    await page.locator('.isl-list').waitFor();
    await expect.poll(() => page.locator('.isl-list-open').first().evaluate((one) => one === document.activeElement)).toBe(true);
    await page.goForward();
    await page.locator('.isl-conversation .isl-instrument').waitFor();
    await button('capture.back').click();
    await page.locator('.isl-list').waitFor();
    expect(complaints).toEqual([]);
  });

  test('every view shows the conversation, and the segments are those of the capture', async () => {
    const { page, complaints, button } = await openCapturePage(browser, language);
    await choose(page, recording('01-normal-close4'));
    await ended(page);
    await openFirst(page);
    await button('lab.view.segments').click();
    await page.locator('.isl-view-table tbody tr').first().waitFor();
    const flags = (await page.locator('.isl-view-flags').allTextContents()).map((text) => text.replaceAll(', ', ','));
    expect(flags).toEqual(['SYN', 'SYN,ACK', 'ACK', 'PSH,ACK', 'ACK', 'PSH,ACK', 'ACK', 'FIN,ACK', 'ACK', 'FIN,ACK', 'ACK'].slice(0, flags.length));
    expect(flags.length).toBeGreaterThan(9);
    for (const view of ['story', 'mermaid', 'diagram'] as const) {
      await button(`lab.view.${view}`).click();
      await page.locator({ story: '.isl-tale', mermaid: '.isl-mermaid', diagram: '.isl-drawn svg' }[view]).waitFor();
    }
    expect(await page.locator('.isl-hosts strong').allTextContents()).toEqual(['TIME-WAIT', 'CLOSED']);
    expect(complaints).toEqual([]);
  });

  test('questions are made from a conversation, judged, and kept nowhere', async () => {
    const { page, complaints, button } = await openCapturePage(browser, language);
    await choose(page, recording('01-normal-close4'));
    await ended(page);
    await openFirst(page);
    await button('capture.questions.make').click();
    await page.locator('.isl-taken .isl-question').waitFor();
    await button('attempt.check').click();
    await page.locator('.isl-taken .isl-result:not(:empty)').waitFor();
    const first = await page.locator('.isl-taken .isl-exercise').getAttribute('aria-labelledby');
    await button('practice.next').click();
    await page.waitForFunction((before) => document.querySelector('.isl-taken .isl-exercise')?.getAttribute('aria-labelledby') !== before, first);
    expect(await violationsIn(page, '.isl-taken')).toEqual([]);
    expect(await page.evaluate(() => Object.values(localStorage).join(' '))).not.toMatch(/state-|order-|answered/u);
    expect(complaints).toEqual([]);
  });

  test('a scenario is made of a conversation, and opens in the Lab', async () => {
    const { page, complaints, say, button } = await openCapturePage(browser, language);
    await choose(page, recording('01-normal-close4'));
    await ended(page);
    await openFirst(page);
    await button('capture.scenario.make').click();
    await page.locator('.isl-taken pre').waitFor();
    expect(await page.locator('.isl-taken pre').textContent()).toMatch(/client ISS 0\n[^]*client connects[^]*client sends 100/u);
    expect(await page.locator('.isl-taken').first().textContent()).toContain(say('capture.scenario.same'));
    expect(await violationsIn(page, '.isl-taken')).toEqual([]);
    await page.locator('.isl-taken').getByRole('link', { name: say('island.lab'), exact: true }).click();
    await page.waitForURL(new RegExp(`/${language}/lab/#s1=`, 'u'));
    // What a page was still fetching when it was left is no fault.
    expect(complaints.filter((complaint) => !complaint.includes('net::ERR_ABORTED'))).toEqual([]);
  });

  test('a damaged file is read as far as it goes, and told where it breaks', async () => {
    const { page, complaints } = await openCapturePage(browser, language);
    const { octets } = recording('01-normal-close4');
    await drop(page, { name: 'broken.pcap', octets: octets.subarray(0, octets.length - 20) });
    await ended(page);
    await page.locator('.isl-read-problem').waitFor();
    expect(await page.locator('.isl-read-problem').textContent()).toMatch(/11|12|10/u);
    expect(await rows(page).count()).toBe(1);
    expect(await violationsIn(page, 'main')).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test.each([
    ['empty', { name: 'nothing.pcap', octets: new Uint8Array(0) }, 'capture.problem.foreign.empty'],
    ['text', { name: 'notes.txt', octets: new TextEncoder().encode('These are notes and no capture.\n'.repeat(20)) }, 'capture.problem.foreign.text'],
    ['zip', { name: 'all.zip', octets: Uint8Array.from([0x50, 0x4b, 3, 4, ...new Array<number>(60).fill(0)]) }, 'capture.problem.foreign.zip'],
  ] as const)('a foreign file (%s) is told for what it is', async (_what, file, key) => {
    const { page, complaints, say } = await openCapturePage(browser, language);
    await choose(page, file);
    await ended(page);
    expect(await page.locator('.isl-read-problem').textContent()).toContain(say(key));
    expect(await page.locator('.isl-list').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
