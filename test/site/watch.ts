import type { Page } from 'playwright-core';

/** What went wrong in a page since it was opened, a sentence each. */
export interface Watched {
  readonly problems: readonly string[];
}

/** Writes down everything that a page complains of: console, exceptions, failed requests, other hosts, violations of its policy. */
export function watch(page: Page, siteUrl: string): Watched {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(`${siteUrl}/`) && !/^(?:data|blob):/u.test(address)) problems.push(`request to another host: ${address}`);
  });
  page.on('requestfailed', (request) => problems.push(`failed request: ${request.url()} ${request.failure()?.errorText ?? ''}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  return { problems };
}

/** Makes the page keep its cumulative layout shift in `window.layoutShift`; before it is opened. */
export async function watchLayout(page: Page): Promise<void> {
  await page.addInitScript(`
    window.layoutShift = 0;
    window.layoutShiftOf = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.hadRecentInput) continue;
        window.layoutShift += entry.value;
        for (const { node } of entry.sources) window.layoutShiftOf.push(node?.outerHTML?.slice(0, 120) ?? node?.nodeName ?? '?');
      }
    }).observe({ type: 'layout-shift', buffered: true });
  `);
}

/** Scrolls through the whole page, so that every island comes into view, and waits until it has hydrated. */
export async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let y = 0; y < document.documentElement.scrollHeight; y += window.innerHeight * 0.8) {
      window.scrollTo({ top: y, behavior: 'instant' });
      await frame();
      await frame();
    }
  });
  // Some islands wait for the reader's first touch.
  await page.evaluate(() => {
    for (const island of document.querySelectorAll('astro-island[ssr]')) island.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  });
  // Astro takes the attribute away from an island that has hydrated.
  await page.waitForFunction(() => document.querySelector('astro-island[ssr]') === null);
  await page.evaluate(() => {
    window.scrollTo({ top: 0, behavior: 'instant' });
  });
  await page.waitForLoadState('networkidle');
}
