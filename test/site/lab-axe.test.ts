import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Deed } from '../../src/islands/deed.ts';
import type { Look } from '../../src/islands/link/place-link.ts';
import { linkTo } from '../../src/islands/link/link-to.ts';
import { violationsIn } from './axe.ts';
import { browserHere } from './browser-here.ts';
import {  } from './island-page.ts';
import { bring, openLab, type Lab } from './lab-page.ts';
import { sessionOf, THREE_WAY } from './lab-sessions.ts';

const browser = await browserHere();

interface State {
  readonly name: string;
  readonly deeds?: readonly Deed[];
  readonly look?: Partial<Look>;
  /** What the reader does then, and what is to be seen of it. */
  readonly act?: (lab: Lab) => Promise<unknown>;
  /** What takes it back where the next state would not. */
  readonly end?: (lab: Lab) => Promise<unknown>;
}

const UNDER_WAY: Deed = { type: 'go', shown: 2 };
const BRANCHED: readonly Deed[] = [{ type: 'end' }, { type: 'wire', flight: 1, what: { type: 'lose' } }];

const drawer = (name: string, proof: string): Pick<State, 'act' | 'end'> => ({
  act: async (lab) => {
    await lab.press(lab.button(`lab.bench.${name}`));
    await lab.island.locator(proof).first().waitFor();
  },
  end: (lab) => lab.press(lab.button(`lab.bench.${name}`)),
});

const fold = (name: string, proof: string): Pick<State, 'act'> => ({
  act: async (lab) => {
    const summary = lab.island.locator('.isl-fold > summary').filter({ hasText: lab.said(`lab.part.${name}`) });
    if (!(await summary.evaluate((element) => element.parentElement?.hasAttribute('open')))) await lab.press(summary);
    await lab.island.locator(proof).first().waitFor();
  },
});

const STATES: readonly State[] = [
  { name: 'at rest' },
  { name: 'stepping, a segment chosen', deeds: [UNDER_WAY], look: { selected: 0 } },
  { name: 'a segment is asked for how long', deeds: [UNDER_WAY], act: (lab) => lab.press(lab.island.locator('.isl-wire:visible').getByRole('button', { name: lab.said('lab.wire.delay'), exact: true }).first()) },
  { name: 'the diagram', look: { view: 'diagram' }, act: (lab) => lab.island.locator('.isl-picture[aria-busy="false"]').waitFor() },
  { name: 'the table', look: { view: 'segments', selected: 1 }, act: (lab) => lab.island.locator('.isl-view-table').waitFor() },
  { name: 'the story', look: { view: 'story' }, act: (lab) => lab.island.locator('.isl-tale').waitFor() },
  { name: 'Mermaid', look: { view: 'mermaid' }, act: (lab) => lab.island.locator('.isl-mermaid').waitFor() },
  { name: 'branches and changes', deeds: BRANCHED },
  { name: 'comparing', deeds: BRANCHED, look: { compared: 1 }, act: (lab) => lab.island.locator('.isl-compare-table').first().waitFor() },
  { name: 'the gallery', ...drawer('gallery', '.isl-gallery-item') },
  { name: 'the text', ...drawer('editor', '.cm-content') },
  {
    name: 'a text with a problem',
    act: async (lab) => {
      await lab.press(lab.button('lab.bench.editor'));
      await lab.island.locator('.cm-content').focus();
      await lab.page.keyboard.press('Control+End');
      await lab.page.keyboard.type('client snds 120');
      await lab.island.locator('.isl-problem').first().waitFor();
    },
    end: (lab) => lab.press(lab.button('lab.bench.editor')),
  },
  { name: 'the settings', ...drawer('settings', '.isl-settings'), act: async (lab) => {
    await lab.press(lab.button('lab.bench.settings'));
    await lab.press(lab.island.locator('.isl-set-host > summary').first());
  } },
  { name: 'a segment to inject', deeds: [{ type: 'end' }], ...fold('inject', '.isl-inject') },
  {
    name: 'a segment by hand, with wrong input',
    deeds: [{ type: 'end' }],
    act: async (lab) => {
      await lab.press(lab.island.locator('.isl-inject label').filter({ hasText: lab.said('lab.inject.by-hand') }));
      await lab.island.locator('.isl-inject .isl-numbers input').first().fill('x');
    },
  },
  { name: 'the variables', deeds: [{ type: 'end' }], ...fold('inside', '.isl-inside-host:visible') },
  { name: 'the states', deeds: [{ type: 'end' }], ...fold('states', '.isl-map') },
  { name: 'the sockets', deeds: [{ type: 'end' }], ...fold('sockets', '.isl-sockets') },
  {
    name: 'what can be taken along',
    act: async (lab) => {
      await lab.press(lab.button('lab.share.open'));
      await lab.page.locator('.isl-share-panel').waitFor();
    },
    end: (lab) => lab.page.keyboard.press('Escape'),
  },
  {
    name: 'the keys',
    act: async (lab) => {
      await lab.press(lab.button('island.keys'));
      await lab.page.getByRole('dialog').waitFor();
    },
    end: (lab) => lab.page.keyboard.press('Escape'),
  },
  {
    name: 'a damaged link',
    act: async (lab) => {
      const link = await linkTo(sessionOf(THREE_WAY), { view: 'ladder', selected: null, compared: null });
      await lab.page.evaluate((hash) => void (location.hash = hash), link.slice(0, -4));
      await lab.island.getByRole('alert').waitFor();
    },
  },
];

describe.each([
  ['mouse', 'en', 'light'],
  ['touch', 'ko', 'dark'],
] as const)('by %s, in %s and %s, axe finds nothing', (hand, language, colorScheme) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(browser, hand, { language, session: sessionOf(THREE_WAY), options: { colorScheme, reducedMotion: 'reduce' } });
  });
  afterAll(() => lab.page.close());

  test.each(STATES)('$name', async ({ deeds = [], look = {}, act, end }) => {
    expect(await lab.page.evaluate(() => document.documentElement.dataset['theme'])).toBe(colorScheme);
    await bring(lab, sessionOf(THREE_WAY, ...deeds), look);
    await act?.(lab);
    expect(await violationsIn(lab.page, '.isl-simulation')).toEqual([]);
    expect(await lab.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await end?.(lab);
    expect(lab.complaints).toEqual([]);
  });
});
