import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { COURSE_PAGES, documentOf } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(COURSE_PAGES)('$path without JavaScript', (course) => {
  const document = documentOf(course);
  const count = (selector: string) => document.querySelectorAll(selector).length;
  let page: Page;
  beforeAll(async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(inject('siteUrl') + course.path);
  });
  afterAll(() => page.context().close());

  test('its text can be read', async () => {
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(400);
  });

  test.skipIf(count('.hl-figure, .hl-frame') === 0)('every figure, simulation and exercise shows its drawing, with title and description', async () => {
    const drawings = page.locator('svg.hl-diagram');
    expect(await drawings.count()).toBeGreaterThanOrEqual(count('.hl-figure, .hl-frame'));
    const faults: string[] = [];
    for (const drawing of await drawings.all()) {
      const box = await drawing.boundingBox();
      const [title, description] = [await drawing.locator('> title').textContent(), await drawing.locator('> desc').textContent()];
      if (box === null || box.width < 100 || box.height < 60) faults.push(`not visible: ${title ?? '?'}`);
      if ((title ?? '').length < 4 || (description ?? '').length < 20) faults.push(`no title or description: ${title ?? '?'}`);
      if ((await drawing.locator('text').count()) < 3) faults.push(`no text in it: ${title ?? '?'}`);
    }
    expect(faults).toEqual([]);
  });

  test.skipIf(count('.hl-segment-table') === 0)('every segment table unfolds and can be read', async () => {
    for (const table of await page.locator('details:has(.hl-segment-table)').all()) {
      await table.locator('> summary').click();
      expect(await table.locator('table').isVisible()).toBe(true);
      expect(await table.locator('tbody tr').count()).toBeGreaterThan(0);
      expect((await table.locator('tbody tr').first().innerText()).length).toBeGreaterThan(8);
    }
  });

  test.skipIf(count('.isl-exercise') === 0)('every question can be read, and its answer waits in a closed details element', async () => {
    for (const exercise of await page.locator('.isl-exercise').all()) {
      expect((await exercise.locator('.isl-question').first().innerText()).length).toBeGreaterThan(10);
      const answer = exercise.locator('details:has(.isl-answer)');
      expect(await answer.count()).toBe(1);
      expect(await answer.getAttribute('open')).toBeNull();
      expect(await answer.locator('.isl-answer').first().isVisible()).toBe(false);
      await answer.locator('> summary').click();
      expect(await answer.locator('.isl-answer').first().isVisible()).toBe(true);
      expect((await answer.locator('.isl-answer').first().innerText()).length).toBeGreaterThan(3);
    }
  });

  test('no button is offered that does nothing', async () => {
    // The header's search and theme are Starlight's, which hides or disables them itself.
    const offered = await page.locator('main button:visible:enabled').evaluateAll((buttons) => buttons.map((button) => button.textContent.trim() || button.outerHTML.slice(0, 80)));
    expect(offered).toEqual([]);
  });

  test('the other language and the neighbouring lessons can be reached', async () => {
    const links = await page.locator('main a[href], footer a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.filter((href) => href.startsWith(`/${course.language ?? ''}/`)).length).toBeGreaterThan(0);
  });
});
