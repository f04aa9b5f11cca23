import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserHere } from './browser-here.ts';
import { awake, DEVICES, message, openPage } from './island-page.ts';
import { COURSE_PAGES, LANGUAGES, type Language } from './pages.ts';

const browser = await browserHere();

/** The lesson's simulation with more than its quiet controls, and what it says. */
async function open(slug: string, language: Language = 'en', device: keyof typeof DEVICES = 'desk') {
  const { page, complaints } = await openPage(browser, `/${language}/${slug}/`, DEVICES[device]);
  const island = await awake(page.locator('.isl-instrument'));
  const button = (key: string) => island.getByRole('button', { name: message(language, key), exact: true });
  const unfold = (key: string) => island.locator('summary', { hasText: message(language, key) }).click();
  return { page, complaints, island, button, unfold };
}

function states(island: Locator): Promise<readonly string[]> {
  return island.locator('.isl-hosts strong').allTextContents();
}

const LESSONS = COURSE_PAGES.filter(({ html, slug }) => slug !== 'lab' && html.includes('isl-instrument'));

test('the lessons that hand out more are the same in both languages', () => {
  const of = (language: Language) => LESSONS.filter((page) => page.language === language).map(({ slug }) => slug);
  expect(of('en')).toEqual(['data-and-par', 'flow-and-congestion', 'four-way-handshake', 'reset', 'sequence-numbers', 'simultaneous', 'states', 'why-handshake']);
  expect(of('ko')).toEqual(of('en'));
});

test('a lesson without them is spared their styles', () => {
  const quiet = COURSE_PAGES.find(({ path }) => path === '/en/three-way-handshake/')?.html ?? '';
  expect(quiet).toContain('isl-simulation');
  expect(quiet).not.toMatch(/<link[^>]*(?:Instrument|hands|inside|views|Compare|Chosen)[^>]*\.css/u);
});

describe.each(LANGUAGES)('what the lessons ask for can be done (%s)', (language) => {
  test('Why a handshake: the RST comes late, and the connection opens all the same', async () => {
    const { page, complaints, island, button } = await open('why-handshake', language);
    await button('lab.view.ladder').click();
    await island.locator('.hl-ladder-arrow, [data-flight]').first().waitFor();
    await button('lab.view.diagram').click();
    await island.locator('.isl-picture svg:visible > g', { hasText: 'RST' }).locator('[data-touch]').first().click();
    await button('lab.wire.delay').first().click();
    await island.locator('.isl-how-long input').first().fill('300');
    await island.locator('.isl-how-long .isl-primary').first().click();
    await island.locator('.isl-changes code').waitFor();
    await expect.poll(() => island.locator('.isl-changes code').allTextContents()).toEqual(['delay 2nd client segment by 300 ms']);
    await button('island.end').click();
    await expect.poll(() => states(island)).toEqual(['ESTABLISHED', 'ESTABLISHED']);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('Reset: a forged RST is believed where its number is the one of the moment', async () => {
    const { page, complaints, island, button, unfold } = await open('reset', language);
    await unfold('lab.part.inject');
    await button('island.start').click();
    await button('island.step').click();
    await island.locator('label', { hasText: message(language, 'lab.inject.name.rst-exact') }).click();
    await button('lab.inject.do').click();
    await island.locator('.isl-changes code').waitFor();
    await expect.poll(() => island.locator('.isl-changes code').allTextContents()).toEqual(['after moment 1 inject RST SEQ 100 to server']);
    await button('island.step').click();
    await expect.poll(() => states(island)).toEqual(['ESTABLISHED', 'CLOSED']);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('Four-way handshake: the server sends in CLOSE-WAIT, and its close ends the connection', async () => {
    const { page, complaints, island, button, unfold } = await open('four-way-handshake', language);
    await expect.poll(() => states(island)).toEqual(['FIN-WAIT-2', 'CLOSE-WAIT']);
    await unfold('lab.part.calls');
    const server = island.locator('.isl-host-calls[data-host="B"]');
    await server.getByRole('button', { name: message(language, 'lab.calls.send'), exact: true }).click();
    await button('island.end').click();
    await server.getByRole('button', { name: message(language, 'lab.calls.close'), exact: true }).click();
    await button('island.end').click();
    await expect.poll(() => states(island).then((both) => both[1])).toBe('CLOSED');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('States: the way so far is drawn into the diagram of all states', async () => {
    const { page, complaints, island, button, unfold } = await open('states', language);
    await button('island.start').click();
    await unfold('lab.part.states');
    await button('island.step').click();
    await button('island.step').click();
    await expect.poll(() => island.locator('.isl-map-path li').allTextContents()).toEqual([expect.stringMatching(/^CLOSED.*SYN-SENT/u)]);
    await expect.poll(() => states(island)).toEqual(['SYN-SENT', 'LISTEN']);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('Data and PAR: RTO doubles with each expiry', async () => {
    const { page, complaints, island, button, unfold } = await open('data-and-par', language);
    await button('island.start').click();
    await unfold('lab.part.inside');
    const rto = island.locator('.isl-variable', { has: page.locator('.isl-variable-name', { hasText: /^RTO$/u }) }).first();
    const seen: string[] = [];
    while ((await button('island.step').getAttribute('aria-disabled')) !== 'true') {
      await button('island.step').click();
      const found = await rto.locator('.isl-variable-value').evaluate((value) => (value.querySelector('ins') ?? value).textContent.trim());
      if (seen.at(-1) !== found) seen.push(found);
    }
    expect(seen.map((value) => parseFloat(value) * (/ms/u.test(value) ? 1 : 1000))).toEqual([1000, 2000, 4000, 8000]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
