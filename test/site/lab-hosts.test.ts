import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HandAction } from '../../src/islands/deed.ts';
import { forgeries } from '../../src/islands/hands/forgeries.ts';
import { worldAt } from '../../src/islands/world-at.ts';
import { after } from '../../src/islands/session.ts';
import { shownCount, traceOf } from '../../src/islands/stepping.ts';
import { HOST_IDS, type HostId } from '../../src/simulation/scenario.ts';
import { FIN, PSH, flagsOf } from '../../src/tcp/flags.ts';
import { browserHere } from './browser-here.ts';
import { bring, HANDS, openLab, sees, type Lab } from './lab-page.ts';
import { sessionOf, THREE_WAY, WHOLE_LIFE } from './lab-sessions.ts';

const browser = await browserHere();

const NAMES = { A: 'client', B: 'server' } as const;

/** What is to be done, with the numbers that a reader types. */
interface Case {
  readonly call: string;
  readonly in: string;
  readonly action: (host: HostId) => HandAction;
  readonly isMore?: boolean;
  readonly typed?: { readonly label: string; readonly number: number };
}

const EMPTY = 'client ISS 100\nserver ISS 300\n';
const CALLS: readonly Case[] = [
  { call: 'listen', in: EMPTY, action: (host) => ({ type: 'listen', host }) },
  { call: 'connect', in: EMPTY, action: (host) => ({ type: 'connect', host }) },
  { call: 'send', in: THREE_WAY, action: (host) => ({ type: 'send', host, length: 2500 }), typed: { label: 'lab.calls.send.length', number: 2500 } },
  { call: 'close', in: THREE_WAY, action: (host) => ({ type: 'close', host }) },
  { call: 'abort', in: THREE_WAY, action: (host) => ({ type: 'abort', host }), isMore: true },
  { call: 'crash', in: THREE_WAY, action: (host) => ({ type: 'crash', host }), isMore: true },
  { call: 'closeBoth', in: THREE_WAY, action: (host) => ({ type: 'closeBoth', host }), isMore: true },
  { call: 'stopReading', in: THREE_WAY, action: (host) => ({ type: 'stopReading', host }), isMore: true },
  { call: 'askStatus', in: THREE_WAY, action: (host) => ({ type: 'askStatus', host }), isMore: true },
  { call: 'sendUrgently', in: THREE_WAY, action: (host) => ({ type: 'sendUrgently', host, length: 100 }), isMore: true },
  { call: 'readOn', in: `${THREE_WAY}client stops reading\nserver stops reading\n`, action: (host) => ({ type: 'readOn', host }), isMore: true },
  { call: 'read', in: `${THREE_WAY}client stops reading\nserver stops reading\nclient sends 400\nserver sends 400\n`, action: (host) => ({ type: 'read', host, length: 250 }), isMore: true, typed: { label: 'lab.calls.read.length', number: 250 } },
];

/** Opens what is folded away. */
async function unfold({ press }: Lab, summary: Locator): Promise<void> {
  if (!(await summary.evaluate((element) => element.parentElement?.hasAttribute('open')))) await press(summary);
}

describe.each(HANDS)('by %s, the application', (hand) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(browser, hand, { session: sessionOf(THREE_WAY) });
  });
  afterAll(() => lab.page.close());

  // What is done seldom is done at one host only where the other hand has done it at the other.
  const at = { mouse: HOST_IDS, keyboard: ['A'], touch: ['B'] } as const;
  test.each(CALLS.flatMap((one) => (one.isMore === true ? at[hand] : HOST_IDS).map((host) => ({ ...one, host, of: NAMES[host] }))))('of the $of: $call', async ({ call, in: text, action, isMore = false, typed, host, of }) => {
    const now = await bring(lab, sessionOf(text));
    const panel = lab.island.getByRole('group', { name: lab.said('lab.calls.of', { host: of }), exact: true });
    if (isMore) await unfold(lab, panel.locator('summary'));
    const button = panel.getByRole('button', { name: lab.said(`lab.calls.${call}`), exact: true });
    if (typed !== undefined) {
      await panel.getByRole('textbox', { name: lab.said(typed.label) }).fill(String(typed.number));
      if (hand === 'keyboard') await lab.page.keyboard.press('Enter');
    }
    if (typed === undefined || hand !== 'keyboard') await lab.press(button);
    await sees(lab, after(now, { type: 'do', action: action(host) }));
    if (typed !== undefined) await panel.getByRole('textbox', { name: lab.said(typed.label) }).fill('100');
    expect(lab.complaints).toEqual([]);
  });

  test('does something at any moment of the run, and the run goes on from there', async () => {
    const now = await bring(lab, sessionOf(WHOLE_LIFE, { type: 'go', shown: 6 }));
    const panel = lab.island.getByRole('group', { name: lab.said('lab.calls.of', { host: 'server' }), exact: true });
    await unfold(lab, panel.locator('summary'));
    await lab.press(panel.getByRole('button', { name: lab.said('lab.calls.abort'), exact: true }));
    await sees(lab, after(now, { type: 'do', action: { type: 'abort', host: 'B' } }));
  });

  test('sends no number of octets that is none', async () => {
    const now = await bring(lab, sessionOf(THREE_WAY));
    const panel = lab.island.getByRole('group', { name: lab.said('lab.calls.of', { host: 'client' }), exact: true });
    const field = panel.getByRole('textbox', { name: lab.said('lab.calls.send.length') });
    for (const [wrong, told] of [['0', lab.said('island.number.range', { least: 1, most: '1,000,000' })], ['2.5', lab.said('island.number.not-whole')]] as const) {
      await field.fill(wrong);
      await panel.getByText(told).waitFor();
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      await field.press('Enter');
      await panel.getByRole('button', { name: lab.said('lab.calls.send'), exact: true }).press('Enter');
    }
    await sees(lab, now);
    await field.fill('100');
  });
});

describe.each(HANDS)('by %s, a forged segment', (hand) => {
  let lab: Lab;
  let form: Locator;
  /** Chooses one of several. */
  const choose = (name: string) => {
    const option = form.locator('label').filter({ hasText: new RegExp(`^\\s*${name}`) });
    return lab.press(hand === 'keyboard' ? option.locator('input') : option);
  };
  beforeAll(async () => {
    lab = await openLab(browser, hand, { session: sessionOf(THREE_WAY) });
    await lab.press(lab.island.locator('summary').filter({ hasText: lab.said('lab.part.inject') }));
    form = lab.island.locator('.isl-inject');
  });
  afterAll(() => lab.page.close());

  test.each([
    { name: 'syn-old', in: THREE_WAY, shown: 5, to: 'B' },
    { name: 'rst-exact', in: THREE_WAY, shown: 5, to: 'A' },
    { name: 'fin-again', in: WHOLE_LIFE, shown: 13, to: 'A' },
    { name: 'data-blind', in: THREE_WAY, shown: 5, to: 'B' },
  ] as const)('from the list: $name', async ({ name, in: text, shown, to }) => {
    const now = await bring(lab, sessionOf(text, { type: 'go', shown }));
    await choose(lab.said(`island.name.${NAMES[to === 'A' ? 'B' : 'A']}`));
    await choose(lab.said(`lab.inject.name.${name}`));
    await lab.press(lab.button('lab.inject.do'));
    const segment = forgeries(worldAt(traceOf(now), shownCount(now)), to, 0).find((one) => one.name === name)?.segment;
    if (segment === undefined) throw new Error(`${name} does not fit`);
    await sees(lab, after(now, { type: 'do', action: { type: 'inject', to, segment } }));
    expect(lab.complaints).toEqual([]);
  });

  test('by hand, with bad input put right', async () => {
    const now = await bring(lab, sessionOf(THREE_WAY, { type: 'end' }));
    await choose(lab.said('island.name.client'));
    await choose(lab.said('lab.inject.by-hand'));
    const field = (name: string) => form.getByRole('textbox', { name, exact: true });
    const turn = async (name: string, isOn: boolean) => {
      const bit = form.getByRole('checkbox', { name, exact: true });
      if ((await bit.isChecked()) !== isOn) await lab.press(hand === 'keyboard' ? bit : form.locator('.isl-bit').filter({ hasText: name }));
      expect(await bit.isChecked()).toBe(isOn);
    };
    for (const [name, isOn] of [['SYN', false], ['ACK', true], ['RST', false], ['FIN', true], ['PSH', true]] as const) await turn(name, isOn);
    await turn('ACK', false);
    expect(await field('ACK').getAttribute('readonly')).not.toBeNull();
    for (const wrong of ['', 'x', '4294967296', '-1', '1e3']) {
      await field('SEQ').fill(wrong);
      await field('LEN').focus();
      expect(await field('SEQ').getAttribute('aria-invalid'), wrong).toBe('true');
      expect(await lab.button('lab.inject.do').getAttribute('aria-disabled')).toBe('true');
      await lab.button('lab.inject.do').dispatchEvent('click');
    }
    await form.getByText(lab.said('lab.inject.own.wrong')).waitFor();
    await sees(lab, now);
    for (const [name, value] of [['SEQ', '101'], ['LEN', '7'], ['WND', '400']] as const) await field(name).fill(value);
    await lab.press(lab.button('lab.inject.do'));
    await sees(lab, after(now, { type: 'do', action: { type: 'inject', to: 'B', segment: { flags: flagsOf(FIN, PSH), seq: 101, ack: 0, length: 7, wnd: 400 } } }));
    expect(lab.complaints).toEqual([]);
  });

  test('shows beforehand what will come of it', async () => {
    await bring(lab, sessionOf(`${EMPTY}server listens\n`));
    await choose(lab.said('island.name.client'));
    await choose(lab.said('lab.inject.name.syn-old'));
    await form.getByText(lab.said('lab.inject.shows.syn-old-opens', { host: 'server', peer: 'client' })).waitFor();
  });
});
