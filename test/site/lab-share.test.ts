import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Deed } from '../../src/islands/deed.ts';
import { decode } from '../../src/islands/link/link.ts';
import { linkTo } from '../../src/islands/link/link-to.ts';
import { linked, unlinked } from '../../src/islands/link/place-link.ts';
import { traceOf } from '../../src/islands/stepping.ts';
import { parse } from '../../src/scenario/parse.ts';
import { passing } from '../../src/narration/passing.ts';
import { HOST_IDS } from '../../src/simulation/scenario.ts';
import { captureOf } from '../../src/wire/capture-of.ts';
import { readCapture } from '../../src/wire/file/read-capture.ts';
import { decoder } from '../../src/wire/packet/decoder.ts';
import { sequenceDiagram } from '../../src/diagram/sequence-diagram.ts';
import { courseWords } from '../course-traces.ts';
import { diagramWords } from '../diagram-words.ts';
import { browserHere } from './browser-here.ts';
import { bring, HANDS, openLab, seenOf, sees, type Lab } from './lab-page.ts';
import { sessionOf, THREE_WAY } from './lab-sessions.ts';

const browser = await browserHere();

const DEEDS: readonly Deed[] = [{ type: 'end' }, { type: 'wire', flight: 1, what: { type: 'lose' } }, { type: 'do', action: { type: 'abort', host: 'A' } }];
const SESSION = sessionOf(THREE_WAY, ...DEEDS);
const LOOK = { view: 'segments', selected: 1, compared: null } as const;

const panelOf = (lab: Lab): Locator => lab.page.locator('.isl-share-panel');

/** Opens what can be taken along. */
async function open(lab: Lab): Promise<Locator> {
  const panel = panelOf(lab);
  if (!(await panel.isVisible())) await lab.press(lab.button('lab.share.open'));
  await panel.waitFor();
  return panel;
}

describe.each(HANDS)('by %s, a reader takes along', (hand) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(browser, hand, { session: SESSION });
    await lab.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  afterAll(() => lab.page.close());
  const copied = async (name: string, what: string) => {
    const panel = await open(lab);
    await lab.press(panel.getByRole('button', { name: lab.said(name), exact: true }));
    await panel.getByText(lab.said('lab.share.copied', { what: lab.said(what) })).waitFor();
    return lab.page.evaluate(() => navigator.clipboard.readText());
  };

  test('a link that shows another reader exactly this, also in the other language', async () => {
    const now = await bring(lab, SESSION, LOOK);
    const link = await copied('lab.share.link.copy', 'lab.share.link');
    const { place, problems } = await decode(new URL(link).hash);
    expect(problems).toEqual([]);
    expect(place).toEqual(linked(now, LOOK));
    if (place === null) throw new Error('nothing in the link');
    for (const language of ['en', 'ko'] as const) {
      const other = await openLab(browser, hand, { language, session: unlinked(place).session, look: unlinked(place).look });
      await sees(other, now);
      await other.island.locator('.isl-view-table tr[data-selected="true"]').waitFor();
      expect(await other.island.locator('.isl-card-title strong').textContent()).toBe('SYN,ACK');
      expect(other.complaints).toEqual([]);
      await other.page.close();
    }
  });

  test('the scenario as text, as a line for a lesson, and the diagram as Mermaid', async () => {
    const now = await bring(lab, SESSION);
    const { scenario } = traceOf(now);
    expect(parse(await copied('lab.share.scenario', 'lab.share.scenario'))).toMatchObject({ scenario, problems: [] });
    expect(await copied('lab.share.mdx', 'lab.share.mdx')).toMatch(/<Simulation /u);
    expect(await copied('lab.share.mermaid', 'lab.share.mermaid')).toBe(sequenceDiagram(traceOf(now), diagramWords('en')));
  });

  test('the picture as SVG and as PNG', async () => {
    await bring(lab, SESSION);
    for (const format of ['SVG', 'PNG'] as const) {
      const panel = await open(lab);
      const waiting = lab.page.waitForEvent('download');
      await lab.press(panel.getByRole('button', { name: format, exact: true }));
      const download = await waiting;
      expect(download.suggestedFilename()).toMatch(new RegExp(`^[\\p{L}\\p{N}-]+\\.${format.toLowerCase()}$`, 'u'));
      const file = readFileSync(await download.path());
      if (format === 'PNG') {
        expect(file.subarray(1, 4).toString('latin1')).toBe('PNG');
        const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
        expect(Math.min(width, height)).toBeGreaterThan(400);
        expect(file.length).toBeGreaterThan(10_000);
      } else {
        const { documentElement: svg } = new JSDOM(file.toString('utf8'), { contentType: 'image/svg+xml' }).window.document;
        expect(svg.localName).toBe('svg');
        expect(svg.textContent).toContain('SYN');
        expect(svg.querySelectorAll('path').length).toBeGreaterThan(3);
      }
    }
    await lab.page.keyboard.press('Escape');
    expect(lab.complaints).toEqual([]);
  });

  test('the capture that either host would have taken, with the story of each segment', async () => {
    const trace = traceOf(await bring(lab, SESSION));
    for (const view of HOST_IDS) {
      const { name } = trace.scenario.hosts[view];
      const panel = await open(lab);
      const waiting = lab.page.waitForEvent('download');
      await lab.press(panel.getByRole('group', { name: lab.said('lab.share.capture') }).getByRole('button', { name: lab.said('lab.share.capture.at', { host: name }), exact: true }));
      const download = await waiting;
      expect(download.suggestedFilename()).toMatch(new RegExp(`^[\\p{L}\\p{N}-]+-${name}\\.pcapng$`, 'u'));
      const { decode: read } = decoder();
      const frames = [...readCapture().push(readFileSync(await download.path()))].map((frame) => ({ decoded: read(frame), comments: frame.comments }));
      const seen = captureOf(trace, view);
      expect(frames.map(({ decoded }) => decoded.type === 'segment' && decoded.segment)).toEqual(seen.map(({ flight }) => flight.segment));
      expect(frames.map(({ comments }) => comments)).toEqual(seen.map((sighting) => [passing(trace, courseWords('en'))(sighting)]));
    }
    await lab.page.keyboard.press('Escape');
    expect(lab.complaints).toEqual([]);
  });

  test('no picture where the view has none, and is told so', async () => {
    await bring(lab, SESSION, { view: 'story' });
    const panel = await open(lab);
    await lab.press(panel.getByRole('button', { name: 'SVG', exact: true }));
    await panel.getByText(lab.said('lab.share.no-drawing')).waitFor();
    await lab.page.keyboard.press('Escape');
  });
});

test('the address follows what a reader does, and a page that is loaded anew shows it', async () => {
  const lab = await openLab(browser, 'mouse', { session: sessionOf(THREE_WAY) });
  const now = await bring(lab, sessionOf(THREE_WAY, { type: 'go', shown: 2 }));
  const before = lab.page.url();
  await lab.press(lab.island.locator('.isl-card').getByRole('button', { name: lab.said('lab.wire.lose'), exact: true }));
  await expect.poll(() => lab.page.url()).not.toBe(before);
  const { place } = await decode(new URL(lab.page.url()).hash);
  if (place === null) throw new Error('nothing in the address');
  const then = unlinked(place).session;
  expect(seenOf(then).changes).toEqual(['lose client segment']);
  expect(then.author).toEqual(now.author);
  await lab.page.reload();
  await sees(lab, then);
  expect(lab.complaints).toEqual([]);
  await lab.page.close();
});

describe.each(['en', 'ko'] as const)('in %s', (language) => {
  test('a damaged link opens what can be read, and says what could not', async () => {
    const lab = await openLab(browser, 'touch', { language });
    const whole = await linkTo(SESSION, LOOK);
    const comes = (hash: string) => lab.page.evaluate((link) => void (location.hash = link), hash);
    await comes(whole.slice(0, -4));
    await lab.island.getByRole('alert').getByText(lab.said('lab.link.cut', { branches: 2 })).waitFor();
    await sees(lab, SESSION);
    await lab.press(lab.island.getByRole('alert').getByRole('button', { name: lab.said('lab.close') }));
    expect(await lab.island.getByRole('alert').count()).toBe(0);
    await comes('#s1=Zz9-Zz9-Zz9-Zz9-Zz9-Zz9-');
    await lab.island.getByRole('alert').getByText(lab.said('lab.link.nothing')).waitFor();
    await sees(lab, SESSION);
    await lab.press(lab.island.getByRole('alert').getByRole('button', { name: lab.said('lab.close') }));
    // Not even its beginning is left; a heading of the page is none.
    await comes('#2.zzzz');
    await lab.island.getByRole('alert').getByText(lab.said('lab.link.nothing')).waitFor();
    await sees(lab, SESSION);
    await lab.press(lab.island.getByRole('alert').getByRole('button', { name: lab.said('lab.close') }));
    await comes('#_top');
    await sees(lab, SESSION);
    expect(await lab.island.getByRole('alert').count()).toBe(0);
    await comes(whole.replace('#s1', '#s7'));
    await lab.island.getByRole('alert').getByText(lab.said('lab.link.newer', { version: 7 })).waitFor();
    expect(lab.complaints).toEqual([]);
    await lab.page.close();
  });
});

test('where the browser lets nobody copy, the text stands there, selected', async () => {
  const lab = await openLab(browser, 'mouse');
  await lab.page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  const panel = await open(lab);
  await lab.press(panel.getByRole('button', { name: lab.said('lab.share.scenario'), exact: true }));
  const field = panel.getByRole('textbox', { name: lab.said('lab.share.by-hand') });
  await field.waitFor();
  expect(parse(await field.inputValue()).problems).toEqual([]);
  expect(await lab.page.evaluate(() => document.activeElement instanceof HTMLTextAreaElement && document.activeElement.selectionEnd - document.activeElement.selectionStart)).toBe((await field.inputValue()).length);
  expect(lab.complaints).toEqual([]);
  await lab.page.close();
});
