import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawInNode } from './draw-in-node.ts';
import { sequenceDiagram } from '../sequence-diagram.ts';
import { stateDiagram } from '../state-diagram.ts';
import { run } from '../../simulation/run.ts';
import { EMPTY_SCENARIO, HOST_IDS, type Scenario } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import { flagsNamed } from '../../tcp/flags.ts';
import { launchBrowser } from '../../../test/browser.ts';
import { COURSE_SCENARIOS, courseTrace } from '../../../test/course-traces.ts';
import { faultsOfDrawings } from '../../../test/diagram-faults.ts';
import { diagramWords } from '../../../test/diagram-words.ts';

const fontFile = createRequire(import.meta.url).resolve;

function fontFace(family: string, weight: number, path: string): string {
  const data = readFileSync(fontFile(path)).toString('base64');
  return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${data}) format('woff2')}`;
}

/** The font that the site ships, and a Korean one in place of the reader's own. */
const STYLE = [
  ...[400, 600].map((weight) => fontFace('IBM Plex Sans', weight, `@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-${weight}-normal.woff2`)),
  fontFace('Korean', 400, '@fontsource/nanum-gothic/files/nanum-gothic-korean-400-normal.woff2'),
  fontFace('Korean', 600, '@fontsource/nanum-gothic/files/nanum-gothic-korean-700-normal.woff2'),
  ":root{--sl-font:'IBM Plex Sans','Korean'} body{margin:0;width:328px}",
  readFileSync(new URL('./diagram.css', import.meta.url), 'utf8'),
].join('\n');

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 360, height: 800 } });
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${STYLE}</style><p>SYN <b style="font-weight:600">SYN</b> 서버 <b style="font-weight:600">서버</b></p><main></main>`);
  const loaded = await page.evaluate(async () => {
    const fonts = [400, 600].flatMap((weight) => [document.fonts.load(`${weight} 12px 'IBM Plex Sans'`), document.fonts.load(`${weight} 12px Korean`, '서버')]);
    return (await Promise.all(fonts)).map((faces) => faces.length);
  });
  expect(loaded).toEqual([1, 1, 1, 1]);
});

afterAll(() => browser.close());

async function faultsOf(drawings: readonly string[]): Promise<readonly string[]> {
  await page.locator('main').evaluate((main, svgs) => { main.innerHTML = svgs.join(''); }, drawings);
  return page.evaluate(faultsOfDrawings);
}

async function drawingsOf(trace: Trace): Promise<readonly string[]> {
  const texts = (['en', 'ko'] as const).flatMap((language) => {
    const words = diagramWords(language);
    return [sequenceDiagram(trace, words), ...HOST_IDS.map((host) => stateDiagram(trace, host, words))];
  });
  return Promise.all(texts.map((text) => drawInNode(text)));
}

/** The widest that the notation allows: ten-digit numbers, five-digit lengths, all flags at once, long names, everything lost. */
function extremeScenario(): Scenario {
  const name = (long: string): string => long.repeat(6);
  const huge = { seq: 4_294_967_295, ack: 4_294_967_294, length: 65_495, wnd: 65_535 };
  return {
    ...EMPTY_SCENARIO,
    hosts: {
      A: { ...EMPTY_SCENARIO.hosts.A, name: name('Wendy-'), iss: [4_294_960_000], mss: 65_535 },
      B: { ...EMPTY_SCENARIO.hosts.B, name: name('서버'), iss: [4_000_000_000], mss: 65_535 },
    },
    script: [
      { when: { type: 'quiet' }, action: { type: 'listen', host: 'B' } },
      { when: { type: 'quiet' }, action: { type: 'connect', host: 'A' } },
      { when: { type: 'quiet' }, action: { type: 'send', host: 'A', length: 65_000 } },
      { when: { type: 'meanwhile' }, action: { type: 'send', host: 'B', length: 40_000 } },
      { when: { type: 'quiet' }, action: { type: 'inject', to: 'B', segment: { ...huge, flags: flagsNamed(['SYN', 'FIN', 'RST', 'PSH', 'URG', 'ECE', 'CWR', 'ACK']) } } },
      { when: { type: 'quiet' }, action: { type: 'inject', to: 'A', segment: { ...huge, ack: 0, flags: flagsNamed([]) } } },
      { when: { type: 'quiet' }, action: { type: 'send', host: 'A', length: 1 } },
      { when: { type: 'after', ms: 500 }, action: { type: 'crash', host: 'B' } },
      { when: { type: 'after', ms: 500 }, action: { type: 'close', host: 'B' } },
      { when: { type: 'quiet' }, action: { type: 'connect', host: 'A' } },
      { when: { type: 'quiet' }, action: { type: 'abort', host: 'A' } },
    ],
    faults: [
      { type: 'delay', selector: { from: 'A', pattern: { type: 'data' }, which: { type: 'nth', n: 1 } }, ms: 700 },
      { type: 'duplicate', selector: { from: 'B', pattern: { type: 'data' }, which: { type: 'nth', n: 1 } }, ms: 60 },
      { type: 'lose', selector: { from: 'A', pattern: { type: 'data' }, which: { type: 'nth', n: 2 } } },
      { type: 'hold', selector: { from: 'B', pattern: { type: 'segment' }, which: { type: 'nth', n: 3 } }, until: null },
    ],
  };
}

describe('drawings in a real browser, with the shipped font', () => {
  test('the measurement finds text that overlaps, leaves its box, crosses a life line or leaves the drawing', async () => {
    const broken = `<svg class="hl-diagram hl-sequence" viewBox="0 0 328 200" width="328" height="200">
      <g class="hl-change hl-a"><rect x="20" y="10" width="30" height="20"/><text x="55" y="24">SYN-RECEIVED</text></g>
      <g class="hl-arrow hl-sent hl-a"><text x="164" y="60">one above the other</text><text x="164" y="66">one above the other</text></g>
      <g class="hl-arrow hl-sent hl-a"><text x="164" y="120">SEQ=4294967295 ACK=4294967295 LEN=65495 and more</text></g>
      <g class="hl-call hl-b"><text x="320" y="190">outside</text></g></svg>`;
    const faults = (await faultsOf([broken])).join('\n');
    for (const kind of ['leaves its box', 'overlaps', 'crosses a life line', 'leaves the drawing']) expect(faults).toContain(kind);
  });

  test.each(COURSE_SCENARIOS)('%s: no text overlaps another or leaves its place, in either language', async (name) => {
    expect(await faultsOf(await drawingsOf(courseTrace(name)))).toEqual([]);
  });

  test('nor at the extremes: ten-digit numbers, every flag, long names, losses, halves', async () => {
    const trace = run(extremeScenario());
    expect(trace.flights.some(({ segment }) => segment.seq > 4_000_000_000)).toBe(true);
    expect(await faultsOf(await drawingsOf(trace))).toEqual([]);
  });

  test('nor in the states, were every arrow of the figure taken', async () => {
    const taken = (['en', 'ko'] as const).map((language) => stateDiagram(courseTrace('three-way'), 'A', diagramWords(language)).replace(/ : (?:\(\d+\) )?/gu, ' : (12) '));
    expect(await faultsOf(await Promise.all(taken.map((text) => drawInNode(text))))).toEqual([]);
  });
});
