import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { browserHere } from './browser-here.ts';
import { COURSE_PAGES, documentOf } from './pages.ts';

const browser = await browserHere();

/** Clicks each of them where a finger would meet it; says which something else lies over. */
function unfold(summaries: Locator): Promise<readonly string[]> {
  return summaries.evaluateAll((all) =>
    all.flatMap((summary) => {
      summary.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = summary.getBoundingClientRect();
      const met = document.elementFromPoint(left + width / 2, top + height / 2);
      if (!(summary instanceof HTMLElement) || !summary.contains(met)) return [summary.textContent];
      summary.click();
      return [];
    }),
  );
}

describe.each(COURSE_PAGES)('$path without JavaScript', (course) => {
  const document = documentOf(course);
  const count = (selector: string) => document.querySelectorAll(selector).length;
  let page: Page;
  beforeAll(async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    page = await context.newPage();
    await page.goto(inject('siteUrl') + course.path);
  });
  afterAll(() => page.context().close());

  test('its text can be read', async () => {
    expect(await page.locator('h1').isVisible()).toBe(true);
    await expect.poll(async () => (await page.locator('main').innerText()).length).toBeGreaterThan(400);
  });

  test.skipIf(count('.hl-figure, .hl-frame') === 0)('every figure, simulation and exercise shows its drawing, and says in text what it shows', async () => {
    const drawings = await page.locator(':is(.hl-figure, .hl-frame) svg:is(.hl-diagram, .hl-figure [role="img"])').evaluateAll((all) =>
      all.map((svg) => ({
        width: svg.getBoundingClientRect().width,
        height: svg.getBoundingClientRect().height,
        title: svg.querySelector(':scope > title')?.textContent ?? svg.getAttribute('aria-label') ?? '',
        // An exercise would give itself away in a description; it lists what is known so far instead.
        told: [svg.querySelector(':scope > desc')?.textContent, svg.closest('.isl-exercise')?.querySelector('.isl-given, .isl-question')?.textContent, svg.getAttribute('aria-label')].find((told) => told !== undefined && told !== null && told !== '') ?? '',
        texts: svg.querySelectorAll('text').length,
      })),
    );
    // The Lab begins with a ladder instead, and says beside it what it shows; an exercise may show octets or records, or nothing.
    const frames = await page.locator('.hl-figure, .hl-frame:not(.hl-lab)').evaluateAll((all) => all.filter((frame) => frame.querySelector('.isl-exercise') === null).map((frame) => frame.querySelectorAll('svg:is(.hl-diagram, [role="img"])').length > 0));
    expect(frames.filter((isDrawn) => !isDrawn)).toEqual([]);
    const exercises = await page.locator('.hl-frame .isl-exercise').evaluateAll((all) => all.map((exercise) => (exercise.querySelector('.isl-question')?.textContent ?? '').length > 10));
    expect(exercises.filter((isAsked) => !isAsked)).toEqual([]);
    const ladders = await page.locator('.hl-lab').evaluateAll((all) => all.map((lab) => [lab.querySelectorAll('.isl-ladder-svg text').length > 10, (lab.querySelector('.isl-story')?.textContent ?? '').length > 100]));
    expect(ladders).toEqual(Array.from({ length: count('.hl-lab') }, () => [true, true]));
    expect(drawings.filter(({ width, height }) => width < 100 || height < 40)).toEqual([]);
    expect(drawings.filter(({ title, told, texts }) => title.length < 2 || told.length < 10 || texts < 2)).toEqual([]);
  });

  test.skipIf(count('.hl-segment-table') === 0)('every segment table unfolds and can be read', async () => {
    const tables = page.locator('details:has(.hl-segment-table)');
    expect(await unfold(tables.locator('> summary'))).toEqual([]);
    const rows = await tables.locator('table').evaluateAll((all) => all.map((table) => (table.checkVisibility() ? [...table.querySelectorAll('tbody tr')].map((row) => row.textContent.trim()) : [])));
    expect(rows).toHaveLength(count('.hl-segment-table'));
    expect(rows.filter((texts) => texts.length === 0 || texts.some((text) => text.length < 8))).toEqual([]);
  });

  test.skipIf(count('.isl-exercise') === 0)('every question can be read, and its answer waits in a closed details element', async () => {
    const exercises = page.locator('.isl-exercise');
    const look = () =>
      exercises.evaluateAll((all) =>
        all.map((exercise) => ({
          question: exercise.querySelector('.isl-question')?.checkVisibility() === true ? exercise.querySelector('.isl-question')?.textContent : '',
          answers: [...exercise.querySelectorAll('.isl-answer')].filter((answer) => answer.checkVisibility()).map((answer) => answer.textContent),
        })),
      );
    const before = await look();
    expect(before.filter(({ question }) => (question ?? '').length < 10)).toEqual([]);
    expect(before.flatMap(({ answers }) => answers)).toEqual([]);
    expect(await unfold(exercises.locator('details:has(.isl-answer) > summary'))).toEqual([]);
    expect((await look()).filter(({ answers }) => answers.length === 0 || answers.some((answer) => answer.length < 4))).toEqual([]);
  });

  test('no button is offered that does nothing', async () => {
    // The header's search and theme are Starlight's, which hides or disables them itself.
    const offered = await page.locator('main button:visible:enabled').evaluateAll((buttons) => buttons.map((button) => button.textContent.trim() || button.outerHTML.slice(0, 80)));
    expect(offered).toEqual([]);
  });

  test('other lessons can be reached from the text, as the menu needs JavaScript on a phone', async () => {
    const links = await page.locator('main a[href], footer a[href]').evaluateAll((all) => all.map((link) => (link instanceof HTMLAnchorElement ? link.pathname : '')));
    expect(links.filter((path) => path !== course.path && path.startsWith(`/${course.language ?? ''}/`)).length).toBeGreaterThan(0);
  });
});
