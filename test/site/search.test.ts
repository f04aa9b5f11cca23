import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { browserHere } from './browser-here.ts';

const browser = await browserHere();
let page: Page;

async function open(language: string): Promise<void> {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${inject('siteUrl')}/${language}/practice/`);
  await page.locator('button[data-open-modal]').click();
}

/** How many pages the search box says that it has found. */
async function found(query: string): Promise<number> {
  const field = page.locator('.pagefind-ui__search-input');
  await field.fill('');
  await page.locator('.pagefind-ui__message').waitFor({ state: 'detached' });
  await field.fill(query);
  const message = page.locator('.pagefind-ui__message');
  await expect.poll(() => message.textContent()).toMatch(/\d|없|no results/iu);
  return Number(/\d+(?=개|\s+results?)/u.exec((await message.textContent()) ?? '')?.[0] ?? 0);
}

/** The addresses of the pages that the box lists, without the language. */
async function listed(): Promise<readonly string[]> {
  await page.locator('.pagefind-ui__result-link').first().waitFor();
  return page.locator('.pagefind-ui__result-title .pagefind-ui__result-link').evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.pathname.split('/')[2] : '') ?? ''));
}

describe('the Korean search', () => {
  beforeAll(() => open('ko'));
  afterAll(() => page.close());

  test.each([
    ['연결', '연결을', '연결에서는'],
    ['세그먼트', '세그먼트는', '세그먼트로부터'],
    ['재전송', '재전송이', '재전송합니다'],
    ['상태', '상태에서', '상태까지'],
    ['윈도', '윈도가', '윈도에는'],
    ['백로그', '백로그를', '백로그에'],
    ['SYN', 'SYN은', 'SYN에서'],
  ])('finds as much for %s with a particle as without: %s, %s', async (bare, ...more) => {
    const count = await found(bare);
    expect(count).toBeGreaterThan(0);
    for (const query of more) expect(await found(query), query).toBe(count);
  });

  test('finds what the text has with another particle, or none', async () => {
    // The lesson says 느린 시작의, 느린 시작은, 느린 시작에서.
    await found('느린 시작까지');
    expect(await listed()).toContain('flow-and-congestion');
    await found('챌린지가');
    expect(await listed()).toContain('reset');
  });

  test('still finds a word that only looks as if it had one', async () => {
    await found('용어집');
    expect(await listed()).toContain('glossary');
    expect(await found('길이')).toBeGreaterThan(0);
  });

  test('takes what stands in quotation marks as it is', async () => {
    const [all, exact] = [await found('연결이라고'), await found('"연결이라고"')];
    expect(exact).toBeGreaterThan(0);
    expect(exact).toBeLessThan(all);
  });
});

describe('the English search', () => {
  beforeAll(() => open('en'));
  afterAll(() => page.close());

  test('finds lessons, and terms in the glossary', async () => {
    await found('half-close');
    expect(await listed()).toEqual(expect.arrayContaining(['four-way-handshake', 'glossary']));
  });
});
