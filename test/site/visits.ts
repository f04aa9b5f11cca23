import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { violationsIn } from './axe.ts';
import { sharedBrowser } from './browser-here.ts';
import { DEVICES } from './island-page.ts';
import { PAGES } from './pages.ts';
import { readThrough, watch, watchLayout, type Watched } from './watch.ts';
import { testWeight, weighing, type Untouched } from './weight.ts';

/** What axe minds in the page: in light everything, in dark its rules about colours, as that is all that a theme changes. */
async function violations(page: Page, theme: 'light' | 'dark'): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.evaluate((chosen) => {
    document.documentElement.dataset['theme'] = chosen;
  }, theme);
  return violationsIn(page, 'html', theme === 'light' ? {} : { runOnly: ['color-contrast', 'link-in-text-block'] });
}

/** How far the page can be scrolled sideways, px; where it can, the elements that reach beyond its right edge outside of any box that scrolls by itself. */
function sideways(page: Page): Promise<{ readonly by: number; readonly elements: readonly string[] }> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const by = document.documentElement.scrollWidth - width;
    if (by <= 0) return { by, elements: [] };
    const isBoxed = (element: Element): boolean => {
      for (let parent = element.parentElement; parent !== null && parent !== document.body; parent = parent.parentElement) {
        if (getComputedStyle(parent).overflowX !== 'visible') return true;
      }
      return false;
    };
    const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > width + 1 && !isBoxed(element));
    return { by, elements: wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)) };
  });
}

/** How high each island is, px, in their order, with what is left unpainted out of view laid out for once; but for the Lab, which opens what can be done in it below what is in view. */
function heights(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const all = document.createElement('style');
    all.textContent = '* { content-visibility: visible !important; }';
    document.head.append(all);
    const found = [...document.querySelectorAll('astro-island:not(:has([data-lab="true"]))')].map((island) => Math.round([...island.children].reduce((sum, child) => sum + child.getBoundingClientRect().height, 0)));
    // Before the next frame, so that nothing remembers it.
    all.remove();
    return found;
  });
}

/** Takes out of the front door the script that leaves it for the reader's language. */
async function stayAtFrontDoor(page: Page, siteUrl: string): Promise<void> {
  await page.route(`${siteUrl}/`, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const staying = html.replace(/<script>(?:(?!<\/script>)[^])*location\.replace[^]*?<\/script>/u, '');
    if (staying === html) throw new Error('The front door has no script that leaves it');
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body: staying });
  });
}

/** A desk that is rather low, and a phone. */
const SEEN_ON = { desk: { viewport: { width: 1280, height: 800 } }, phone: DEVICES.phone };

/** Tests that visit every page of the site on this device, in both themes; on the phone they also weigh it before anyone has touched it. */
export function describeVisits(device: keyof typeof SEEN_ON): void {
  describe.each(PAGES)(`$path on the ${device}`, ({ path, language }) => {
    const isWeighed = device === 'phone' && language !== null;
    let page: Page;
    let watched: Watched;
    let asleep: readonly number[];
    let untouched: Untouched;
    beforeAll(async () => {
      const siteUrl = inject('siteUrl');
      page = await (await sharedBrowser()).newPage({ ...SEEN_ON[device], reducedMotion: 'reduce' });
      watched = watch(page, siteUrl);
      await watchLayout(page);
      if (path === '/') await stayAtFrontDoor(page, siteUrl);
      const weigh = isWeighed ? await weighing(page) : null;
      await page.goto(siteUrl + path, { waitUntil: 'load' });
      if (weigh !== null) untouched = await weigh();
      asleep = await heights(page);
      await readThrough(page);
    });
    afterAll(() => page.close());

    if (isWeighed) testWeight(path, () => untouched);

    test('nothing in it shifts', async () => {
      const shift = await page.evaluate<{ by: number; of: readonly string[] }>('({ by: window.layoutShift, of: window.layoutShiftOf })');
      expect(Number(shift.by.toFixed(3)), shift.of.join('\n')).toBe(0);
    });

    test('no island is higher or lower once it is awake', async () => {
      expect(await heights(page)).toEqual(asleep);
    });

    test('it does not scroll sideways', async () => {
      expect(await sideways(page)).toEqual({ by: 0, elements: [] });
    });

    test.each(['light', 'dark'] as const)('axe finds nothing (%s)', async (theme) => {
      expect(await violations(page, theme)).toEqual([]);
    });

    test('no error, warning, failed request or other host', () => {
      expect(watched.problems).toEqual([]);
    });
  });
}
