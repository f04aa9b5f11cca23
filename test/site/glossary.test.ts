import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { browserHere } from './browser-here.ts';
import { COURSE_PAGES, LANGUAGES, documentOf } from './pages.ts';

const browser = await browserHere();

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
  await page.goto(inject('siteUrl') + path);
  return page;
}

describe.each(LANGUAGES)('a term in running text (%s)', (language) => {
  const path = `/${language}/why-handshake/`;

  test('shows its definition to a pointer, which may go there; Escape takes it away', async () => {
    const page = await open(path);
    const [term, card] = [page.locator('a.hl-term').first(), page.locator('.hl-term-card').first()];
    expect(await card.isVisible()).toBe(false);
    const before = await page.evaluate(() => document.documentElement.scrollHeight);
    await term.hover();
    await card.waitFor({ state: 'visible' });
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(before);
    await card.hover();
    await page.waitForTimeout(400);
    expect(await card.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    await page.context().close();
  });

  test('shows it to the keyboard, tells it to a screen reader, and goes when the focus goes', async () => {
    const page = await open(path);
    const [term, card] = [page.locator('a.hl-term').first(), page.locator('.hl-term-card').first()];
    const described = await term.evaluate((link) => document.getElementById(link.getAttribute('aria-describedby') ?? '')?.textContent ?? '');
    await page.locator('a, button').filter({ visible: true }).first().press('Tab');
    await term.focus();
    await card.waitFor({ state: 'visible' });
    expect(described.length).toBeGreaterThan(20);
    expect(await card.innerText()).toContain(described);
    for (let link = await card.locator('a').count(); link > 0; link -= 1) {
      await page.keyboard.press('Tab');
      expect(await card.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    }
    await page.keyboard.press('Tab');
    await card.waitFor({ state: 'hidden' });
    await page.context().close();
  });

  test('shows every definition within a phone at the first tap, and follows the link at the second', async () => {
    const page = await open(path, PHONE);
    const terms = await page.locator('a.hl-term').all();
    expect(terms.length).toBeGreaterThan(4);
    for (const term of terms) {
      await page.keyboard.press('Escape');
      await term.scrollIntoViewIfNeeded();
      await term.tap();
      const card = page.locator('.hl-term-card:popover-open');
      const box = await card.boundingBox();
      expect([box!.x >= 0, box!.x + box!.width <= 360]).toEqual([true, true]);
      expect(new URL(page.url()).pathname).toBe(path);
      if (term === terms.at(-1)) await term.tap();
    }
    await page.waitForURL(/\/glossary\/#/u);
    expect(await page.locator('h3:target').count()).toBe(1);
    await page.context().close();
  });
});

test('every term of every lesson leads to its entry, in its language, and both languages mark the same', () => {
  const marked = COURSE_PAGES.map((page) => ({ page, names: [...documentOf(page).querySelectorAll<HTMLAnchorElement>('a.hl-term')].map(({ href }) => new URL(href)) }));
  for (const { page, names } of marked) for (const { pathname } of names) expect(pathname, page.path).toBe(`/${page.language ?? ''}/glossary/`);
  const namesOf = (language: string) => Object.fromEntries(marked.filter(({ page }) => page.language === language).map(({ page, names }) => [page.slug, names.map(({ hash }) => hash).toSorted()]));
  expect(namesOf('ko')).toEqual(namesOf('en'));
});

describe.each([['en', 'tIME', 'time-wait'], ['ko', '재전', 'retransmission'], ['ko', 'window', 'window']])('the glossary (%s)', (language, look, name) => {
  test(`leaves what is looked for: ${look}`, async () => {
    const page = await open(`/${language}/glossary/`);
    const all = await page.locator('.hl-glossary article:visible').count();
    await page.locator('#glossary-look').fill(look);
    const left = await page.locator('.hl-glossary article:visible h3').evaluateAll((headings) => headings.map(({ id }) => id));
    expect(left).toContain(name);
    expect(left.length).toBeLessThan(all / 2);
    expect(await page.locator('.hl-glossary-look [role="status"]').textContent()).toMatch(new RegExp(`\\b${left.length}`, 'u'));
    await page.context().close();
  });
});
