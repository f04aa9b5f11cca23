import { describe, expect, inject, test } from 'vitest';
import { browserHere } from './browser-here.ts';
import { LANGUAGES } from './pages.ts';

const browser = await browserHere();

/** The printable width and height of a sheet with the margins that the page asks for, px at 96 a inch. */
const SHEETS = { A4: { width: (210 - 16) / 25.4, height: (297 - 16) / 25.4 }, Letter: { width: (215.9 - 16) / 25.4, height: (279.4 - 16) / 25.4 } };

describe.each(LANGUAGES)('the cheat sheet (%s)', (language) => {
  test.each(['A4', 'Letter'] as const)('fills one sheet of %s and no more, and none of it is cut off', async (format) => {
    const { width, height } = SHEETS[format];
    const page = await browser.newPage({ viewport: { width: Math.floor(width * 96), height: Math.floor(height * 96) }, colorScheme: 'dark' });
    await page.addInitScript(() => localStorage.setItem('starlight-theme', 'dark'));
    await page.goto(`${inject('siteUrl')}/${language}/cheat-sheet/`);
    await page.emulateMedia({ media: 'print' });
    const pdf = (await page.pdf({ format, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/gu)).toHaveLength(1);
    const laid = await page.evaluate(() => {
      const sheet = document.querySelector('.hl-sheet')!;
      const frame = sheet.getBoundingClientRect();
      const boxes = [...sheet.querySelectorAll('section *')].map((element) => ({ element, box: element.getBoundingClientRect() })).filter(({ box }) => box.width > 0);
      const outside = boxes.filter(({ box }) => box.right > frame.right + 1 || box.left < frame.left - 1 || box.bottom > frame.bottom + 1);
      return {
        ink: getComputedStyle(sheet.querySelector('h2')!).color,
        columns: new Set([...sheet.querySelectorAll('section')].map((section) => Math.round(section.getBoundingClientRect().left))).size,
        bottom: frame.bottom,
        lowest: Math.max(...boxes.map(({ box }) => box.bottom)),
        outside: outside.map(({ element }) => element.outerHTML.slice(0, 80)),
        cut: boxes.filter(({ element }) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline' && !(element instanceof SVGElement)).map(({ element }) => element.outerHTML.slice(0, 80)),
        smallest: Math.min(...boxes.filter(({ element }) => element.textContent.trim() !== '' && !(element instanceof SVGElement)).map(({ element }) => Number.parseFloat(getComputedStyle(element).fontSize))),
      };
    });
    expect(laid).toMatchObject({ ink: 'rgb(16, 25, 30)', columns: 3, outside: [], cut: [] });
    expect(laid.bottom).toBeLessThanOrEqual(height * 96);
    // It is a full sheet, and can be read without a glass: 6 pt are 8 px.
    expect(laid.lowest).toBeGreaterThan(height * 96 * 0.75);
    expect(laid.smallest).toBeGreaterThanOrEqual(8);
    await page.close();
  });
});
