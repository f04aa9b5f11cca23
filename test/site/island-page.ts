import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { inject, onTestFinished, TestRunner } from 'vitest';
import type { Language } from './pages.ts';
import { watch, watchLayout } from './watch.ts';

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
  const all = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'content', 'i18n', `${language}.json`), 'utf8')) as Readonly<Record<string, string>>;
  const found = all[key];
  if (found === undefined) throw new Error(`no message ${key}`);
  return found;
}

/** Opens a page and writes down what it complains of. A test that has opened it leaves it behind closed; one that is opened before all tests stays as long as its browser. */
export async function openPage(browser: Browser, path: string, options: BrowserContextOptions): Promise<IslandPage> {
  const siteUrl = inject('siteUrl');
  const page = await browser.newPage(options);
  if (TestRunner.getCurrentTest() !== undefined) onTestFinished(() => page.close());
  const { problems } = watch(page, siteUrl);
  await watchLayout(page);
  await page.goto(siteUrl + path);
  return { page, complaints: problems };
}

/** The island, scrolled into view and hydrated: some wake at the first touch only. */
export async function awake(island: Locator): Promise<Locator> {
  await island.scrollIntoViewIfNeeded();
  await island.dispatchEvent('pointerover');
  await island.locator('xpath=ancestor::astro-island[not(@ssr)]').waitFor({ state: 'attached' });
  return island;
}
