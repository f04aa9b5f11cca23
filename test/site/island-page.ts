import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Language } from './pages.ts';

/** A page with its islands at work, and everything that it complained about. */
export interface IslandPage {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** A desk with a mouse, and a phone with a finger. */
export const DEVICES = {
  desk: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
} as const satisfies Readonly<Record<string, BrowserContextOptions>>;

/** The message of an island in this language, without placeholders. */
export function message(language: Language, key: string): string {
  const all: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'content', 'i18n', `${language}.json`), 'utf8'));
  const found = all !== null && typeof all === 'object' ? Object.entries(all).find(([name]) => name === key)?.[1] : undefined;
  if (typeof found !== 'string') throw new Error(`no message ${key}`);
  return found;
}

/** Opens a page and collects errors of its console, its scripts and its requests. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions): Promise<IslandPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (said) => {
    if (said.type() === 'error' || said.type() === 'warning') complaints.push(said.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} ${request.failure()?.errorText ?? ''}`));
  await page.goto(url);
  return { page, complaints };
}

/** The island, scrolled into view and hydrated. */
export async function awake(island: Locator): Promise<Locator> {
  await island.scrollIntoViewIfNeeded();
  await island.locator('xpath=ancestor::astro-island[not(@ssr)]').waitFor({ state: 'attached' });
  return island;
}
