import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterEach, inject } from 'vitest';
import { sharedBrowser } from './browser-here.ts';
import { message } from './island-page.ts';
import type { Language } from './pages.ts';
import { watch, watchLayout } from './watch.ts';

/** Where the course keeps what a reader has done. */
export const KEY = 'handshake-lab:progress';

/** An answer as the first version of the course kept it. */
export const OLD_ANSWER = { slug: 'states', id: 'state-old-1', kind: 'state', topic: 'opening', at: Date.UTC(2026, 10, 1), right: false, firstTry: true, misconceptions: ['syn-fin-take-no-number'] };

/** A record as the first version of the course kept it: two lessons read, one exercise answered wrong long ago. */
export const OLD_RECORD = JSON.stringify({ record: 'handshake-lab progress', version: 1, progress: { read: { states: Date.UTC(2026, 10, 1), reset: Date.UTC(2026, 10, 2) }, answers: [OLD_ANSWER] } });

/** What a reader's browser is like. */
export interface Reader {
  /** What it has kept before. */
  readonly kept?: string;
  /** What its storage does: nothing at all, or refuses to take more. */
  readonly storage?: 'blocked' | 'full';
  readonly phone?: boolean;
}

/** For the tests of one file: gives a test its readers, who are gone after it. */
export function readersHere(): (is?: Reader) => Promise<BrowserContext> {
  const contexts: BrowserContext[] = [];
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  return async (is = {}) => {
    const context = await readerOf(await sharedBrowser(), is);
    contexts.push(context);
    return context;
  };
}

/** A browser of one reader; its pages share what they keep. */
async function readerOf(browser: Browser, { kept, storage, phone = false }: Reader): Promise<BrowserContext> {
  const context = await browser.newContext(phone ? { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } : { viewport: { width: 1280, height: 900 } });
  if (kept !== undefined) {
    // Once: what the pages make of it stays.
    await context.addInitScript(`if (localStorage.getItem('begun') === null) { localStorage.setItem('begun', '1'); localStorage.setItem(${JSON.stringify(KEY)}, ${JSON.stringify(kept)}); }`);
  }
  if (storage === 'blocked') await context.addInitScript(`Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })`);
  if (storage === 'full') await context.addInitScript(`Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }`);
  return context;
}

/** A page of that reader, and everything that it complains of. */
export async function turnTo(context: BrowserContext, path: string): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const page = await context.newPage();
  const { problems } = watch(page, inject('siteUrl'));
  await watchLayout(page);
  await page.goto(inject('siteUrl') + path);
  return { page, complaints: problems };
}

/** The page about progress, when it has looked at what is kept. */
export async function progressPage(context: BrowserContext, language: Language = 'en'): Promise<Awaited<ReturnType<typeof turnTo>>> {
  const opened = await turnTo(context, `/${language}/progress/`);
  await opened.page.locator('.isl-progress[data-there="true"]').waitFor();
  return opened;
}

/** The button of the page that says this message in English. */
export function button(page: Page, key: string): Locator {
  return page.getByRole('button', { name: message('en', key), exact: true });
}

/** That button of the open dialog. */
export function inDialog(page: Page, key: string): Locator {
  return page.getByRole('dialog').getByRole('button', { name: message('en', key), exact: true });
}

/** How far the reader has come with this lesson, in the sidebar. */
export function markOf(page: Page, slug: string): Locator {
  return page.locator(`a[data-lesson="${slug}"] .hl-mark`);
}

/** The end of a lesson. */
export function end(page: Page): Locator {
  return page.locator('[data-lesson-end]');
}

/** Gives an answer as an exercise of the page tells it. */
export async function answer(page: Page, id: string, right: boolean, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const detail = { id, kind: 'state', topic: 'closing', right, firstTry: true, misconceptions: right ? [] : ['fin-stops-both'], ...more };
  await page.evaluate((told) => document.dispatchEvent(new CustomEvent('handshake:answered', { detail: told })), detail);
}

/** What is kept on the reader's device now. */
export function keptIn(page: Page): Promise<string | null> {
  return page.evaluate((key) => localStorage.getItem(key), KEY);
}

/** The four numbers at the top of the page about progress: read, answered, right, due. */
export async function figures(page: Page): Promise<readonly number[]> {
  return (await page.locator('.isl-figures dd').allTextContents()).map((text) => Number.parseInt(text, 10));
}
