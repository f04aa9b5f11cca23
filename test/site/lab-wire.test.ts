import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Deed, WireDeed } from '../../src/islands/deed.ts';
import { after } from '../../src/islands/session.ts';
import { browserHere } from './browser-here.ts';
import { bring, HANDS, openLab, seenOf, sees, type Lab } from './lab-page.ts';
import { sessionOf, THREE_WAY } from './lab-sessions.ts';

const browser = await browserHere();

/** The SYN is under way: the server has listened, the client has connected. */
const UNDER_WAY: Deed = { type: 'go', shown: 2 };
const on = (flight: number, what: WireDeed): Deed => ({ type: 'wire', flight, what });

interface Case {
  readonly name: string;
  /** What has been done before. */
  readonly before: readonly Deed[];
  readonly selected?: number;
  readonly deed: WireDeed;
  /** What the reader has changed then. */
  readonly changes: readonly string[];
}

const CASES: readonly Case[] = [
  { name: 'loses a segment that is under way', before: [UNDER_WAY], deed: { type: 'lose' }, changes: ['lose client segment'] },
  { name: 'delays it', before: [UNDER_WAY], deed: { type: 'delay', ms: 300 }, changes: ['delay client segment by 300 ms'] },
  { name: 'duplicates it', before: [UNDER_WAY], deed: { type: 'duplicate', ms: 70 }, changes: ['duplicate client segment after 70 ms'] },
  { name: 'holds it', before: [UNDER_WAY], deed: { type: 'hold' }, changes: ['hold client segment'] },
  { name: 'releases what it holds', before: [UNDER_WAY, on(0, { type: 'hold' })], deed: { type: 'release' }, changes: ['hold client segment', 'after moment 3 release client segment'] },
  { name: 'sends on at once what is under way', before: [UNDER_WAY], deed: { type: 'deliver' }, changes: ['after moment 2 the wire delivers client segment'] },
  { name: 'sends on at once what it holds', before: [UNDER_WAY, on(0, { type: 'hold' })], deed: { type: 'deliver' }, changes: ['hold client segment', 'after moment 3 the wire delivers client segment'] },
  { name: 'loses what it holds', before: [UNDER_WAY, on(0, { type: 'hold' })], deed: { type: 'lose' }, changes: ['hold client segment', 'after moment 3 the wire loses client segment'] },
  { name: 'delivers after all what it lost', before: [UNDER_WAY, on(0, { type: 'lose' })], selected: 0, deed: { type: 'restore' }, changes: [] },
  { name: 'loses what has arrived: a branch grows', before: [{ type: 'end' }], selected: 1, deed: { type: 'lose' }, changes: ['lose server segment'] },
  { name: 'holds what has arrived: a branch grows', before: [{ type: 'end' }], selected: 0, deed: { type: 'hold' }, changes: ['hold client segment'] },
  { name: 'duplicates what has arrived: a branch grows', before: [{ type: 'end' }], selected: 0, deed: { type: 'duplicate', ms: 200 }, changes: ['duplicate client segment after 200 ms'] },
];

/** The deeds where this hand finds them: on a phone in thumb's reach, else on the card of the segment. */
function deedsOf({ island, hand }: Lab): Locator {
  return island.locator(hand === 'touch' ? '.isl-at-hand' : '.isl-card').locator('.isl-wire');
}

async function perform(lab: Lab, deed: WireDeed): Promise<void> {
  const { page, hand, said, press } = lab;
  const button = deedsOf(lab).getByRole('button', { name: said(`lab.wire.${deed.type}`), exact: true });
  await press(button.first());
  if (!('ms' in deed)) return;
  await deedsOf(lab).getByRole('textbox', { name: said(`lab.wire.${deed.type}.by`) }).fill(String(deed.ms));
  if (hand === 'keyboard') await page.keyboard.press('Enter');
  else await press(button.last());
}

describe.each(HANDS)('by %s, the wire', (hand) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(browser, hand, { session: sessionOf(THREE_WAY) });
  });
  afterAll(() => lab.page.close());

  test.each(CASES)('$name', async ({ before, selected = null, deed, changes }) => {
    const now = await bring(lab, sessionOf(THREE_WAY, ...before), { selected });
    await perform(lab, deed);
    const then = after(now, on(selected ?? 0, deed));
    expect(seenOf(then).changes).toEqual(changes);
    await sees(lab, then);
    expect(lab.complaints).toEqual([]);
  });

  test('takes a usual time by its button, and nothing that is no time', async () => {
    const now = await bring(lab, sessionOf(THREE_WAY, UNDER_WAY));
    const { page, press, said } = lab;
    const deeds = deedsOf(lab);
    const delay = deeds.getByRole('button', { name: said('lab.wire.delay'), exact: true });
    await press(delay.first());
    const field = deeds.getByRole('textbox', { name: said('lab.wire.delay.by') });
    await field.fill('soon');
    await deeds.getByText(said('island.number.not-whole')).waitFor();
    await page.keyboard.press('Enter');
    await sees(lab, now);
    await press(deeds.getByRole('button', { name: `${said('lab.wire.rtt')} ${said('lab.wire.ms', { ms: 100 })}` }));
    expect(await field.inputValue()).toBe('100');
    await press(delay.last());
    await sees(lab, after(now, on(0, { type: 'delay', ms: 100 })));
  });

  test('crosses out on the ladder what it loses', async () => {
    const now = await bring(lab, sessionOf(THREE_WAY, UNDER_WAY));
    const crosses = () => lab.island.locator('.isl-ladder .isl-ladder-cross').count();
    expect(await crosses()).toBe(0);
    await perform(lab, { type: 'lose' });
    await sees(lab, after(now, on(0, { type: 'lose' })));
    await expect.poll(crosses).toBe(1);
  });
});
