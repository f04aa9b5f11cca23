import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../../test/browser.ts';
import { courseTrace } from '../../../../test/course-traces.ts';
import { diagramWords } from '../../../../test/diagram-words.ts';
import { drawInNode } from '../../../diagram/edge/draw-in-node.ts';
import { sequenceDiagram } from '../../../diagram/sequence-diagram.ts';

const ADDRESS = 'http://lab.test/';
const FONT = createRequire(import.meta.url).resolve('@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2');
const sheet = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const STYLE = `
  @layer fonts { @font-face { font-family: 'IBM Plex Sans'; font-weight: 400; src: url('plex.woff2') format('woff2'); } }
  ${sheet('../../../site/style/tokens.css')} ${sheet('../../../diagram/edge/diagram.css')}
  :root { --sl-font: 'IBM Plex Sans'; --sl-color-bg: var(--sl-color-black); }
  body { margin: 0; background: var(--sl-color-bg); }
  .hl-diagram { margin: 16px; max-width: none; width: auto; }
  [data-later] { visibility: hidden; }
  .half { opacity: 0.5; stroke: color-mix(in srgb, red 50%, transparent); }`;

/** What the page has of this room. */
type Room = Pick<typeof import('./standalone-svg.ts'), 'standaloneSvg'> & Pick<typeof import('./png.ts'), 'pngOf'>;
const MODULES = "import { standaloneSvg } from './standalone-svg.ts'; import { pngOf } from './png.ts'; Object.assign(globalThis, { standaloneSvg, pngOf });";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 700, height: 900 } });
  await page.route(`${ADDRESS}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === 'plex.woff2') return route.fulfill({ path: FONT });
    if (name.endsWith('.ts')) return route.fulfill({ contentType: 'text/javascript', body: stripTypeScriptTypes(sheet(`./${name}`)) });
    return route.fulfill({ contentType: 'text/html', body: `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><main></main><script type="module">${MODULES}</script>` });
  });
  await page.goto(ADDRESS);
});

afterAll(() => browser.close());

/** Puts the drawing into the page, its last row hidden, and gives it back as a file of its own. */
async function standalone(theme: string, drawing: string): Promise<string> {
  await page.locator('main').evaluate((main, [chosen = '', svg = '']) => {
    document.documentElement.dataset['theme'] = chosen;
    main.innerHTML = svg;
    main.querySelector('svg > g:last-of-type')?.setAttribute('data-later', '');
    main.querySelector('svg > g .hl-line')?.classList.add('half');
  }, [theme, drawing]);
  return page.locator('main > svg').evaluate(async (svg) => {
    await document.fonts.load("12px 'IBM Plex Sans'");
    return svg instanceof SVGSVGElement ? (globalThis as unknown as Room).standaloneSvg(svg, 'A title') : '';
  });
}

/** The PNG of a drawing, in base64, with its size and how much ink it holds of its own. */
async function painted(svg: string) {
  return page.evaluate(async (text) => {
    const bitmap = await createImageBitmap(await (globalThis as unknown as Room).pngOf(text));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
    let ink = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at] !== data[0] || data[at + 1] !== data[1] || data[at + 2] !== data[2]) ink += 1;
    return { width: bitmap.width, height: bitmap.height, ink };
  }, svg);
}

const drawing = await drawInNode(sequenceDiagram(courseTrace('syn-ack-lost'), diagramWords('en')));

describe('a drawing as a file of its own', () => {
  it.each(['light', 'dark'])('looks as it does on its page (%s)', async (theme) => {
    const svg = await standalone(theme, drawing);
    const shot = async () => (await page.screenshot({ animations: 'disabled' })).toString('base64');
    const onPage = await shot();
    await page.locator('main').evaluate(async (main, text) => {
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
      await image.decode();
      main.replaceChildren(image);
    }, svg);
    await expect.poll(() => shot().then((now) => now === onPage)).toBe(true);
  });

  it('holds its colours and its font, and nothing of the page or of what is hidden', async () => {
    const svg = await standalone('light', drawing);
    const bare = svg.replace(/base64,[^)]*/, 'base64,');
    expect(bare).not.toMatch(/class=|data-|var\(|style="[^"]*color|visibility/);
    expect(bare).toContain("@font-face{font-family:\"IBM Plex Sans\";font-weight:400;src:url(data:font/woff2;base64,) format('woff2')}");
    expect(bare).toContain('<title>A title</title>');
    const texts = (from: string) => Array.from(from.matchAll(/<text/g)).length;
    const hidden = await page.locator('main [data-later] text').count();
    expect(hidden).toBeGreaterThan(0);
    expect(texts(svg)).toBe(texts(drawing) - hidden);
  });

  it('becomes a picture twice as large, its texts among it', async () => {
    const svg = await standalone('light', drawing);
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    const whole = await painted(svg);
    expect(whole).toMatchObject({ width: 2 * Number(width), height: 2 * Number(height) });
    expect(whole.ink).toBeGreaterThan((await painted(svg.replace(/<text.*?<\/text>/g, ''))).ink * 1.2);
  });
});
