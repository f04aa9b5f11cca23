import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { endpointsAfter } from '../../src/islands/at-moment.ts';
import { linkTo } from '../../src/islands/link/link-to.ts';
import { linked, unlinked, type Look } from '../../src/islands/link/place-link.ts';
import { printLine } from '../../src/islands/print-line.ts';
import { changesIn, shownCount, traceOf, type Session } from '../../src/islands/stepping.ts';
import { text } from '../../src/islands/text.ts';
import { courseWords } from '../course-traces.ts';
import { awake, DEVICES, openPage } from './island-page.ts';
import type { Language } from './pages.ts';

/** What a reader acts with: at a desk a mouse or only the keyboard, on a phone that is 360 px wide a finger. */
export const HANDS = ['mouse', 'keyboard', 'touch'] as const;

/** One of the hands. */
export type Hand = (typeof HANDS)[number];

/** The Lab in a page, and a reader in front of it. */
export interface Lab {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly island: Locator;
  readonly hand: Hand;
  /** What the Lab says for this key in the language of the page. */
  readonly said: (key: string, params?: Readonly<Record<string, string | number>>) => string;
  /** The one button with exactly this message as its name. */
  readonly button: (key: string, params?: Readonly<Record<string, string | number>>) => Locator;
  /** Presses it with the reader's hand. */
  readonly press: (what: Locator) => Promise<void>;
  /** Taps a place in the window. */
  readonly tapAt: (place: Point) => Promise<void>;
}

/** A place in the window, px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a reader sees of a session. */
export interface Seen {
  readonly shown: number;
  readonly all: number;
  readonly states: readonly string[];
  readonly changes: readonly string[];
  readonly branches: number;
}

const AT_FIRST: Look = { view: 'ladder', selected: null, compared: null };

/** Opens the Lab as this hand has it; with a session, by a link to it, which may take a moment to be read. */
export async function openLab(browser: Browser, hand: Hand, { language = 'en', session, look = {}, options = {} }: { readonly language?: Language; readonly session?: Session; readonly look?: Partial<Look>; readonly options?: BrowserContextOptions } = {}): Promise<Lab> {
  const link = session === undefined ? '' : await linkTo(session, { ...AT_FIRST, ...look });
  const { page, complaints } = await openPage(browser, `/${language}/lab/${link}`, { ...DEVICES[hand === 'touch' ? 'phone' : 'desk'], ...options });
  const island = await awake(page.locator('.isl-simulation'));
  // What is not needed to look at it comes when the reader first touches it.
  await island.locator('button').first().focus();
  await island.locator('.isl-calls').waitFor();
  const words = courseWords(language);
  const said: Lab['said'] = (key, params = {}) => text(words, key, params);
  const press = async (what: Locator) => {
    if (hand === 'mouse') await what.click();
    else if (hand === 'touch') await what.tap();
    else {
      await what.focus();
      expect(await what.evaluate((element) => element === document.activeElement && element.matches(':not([tabindex^="-"])'))).toBe(true);
      await page.keyboard.press((await what.evaluate((element) => element instanceof HTMLInputElement)) ? 'Space' : 'Enter');
    }
  };
  const tapAt = ({ x, y }: Point) => (hand === 'touch' ? page.touchscreen.tap(x, y) : page.mouse.click(x, y));
  return { page, complaints, island, hand, said, press, tapAt, button: (key, params) => island.getByRole('button', { name: said(key, params), exact: true }) };
}

let links = 0;

/** Brings the session into the Lab, by a link that comes into the address; gives it as the link holds it. */
export async function bring(lab: Lab, given: Session, look: Partial<Look> = {}): Promise<Session> {
  const { session } = unlinked(linked(given, { ...AT_FIRST, ...look }));
  links += 1;
  // What follows a link is no part of it, and makes each another address.
  const link = `${await linkTo(session, { ...AT_FIRST, ...look })}&n=${String(links)}`;
  await lab.page.evaluate(async (hash) => {
    const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    location.hash = hash;
    await changed;
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, link);
  await sees(lab, session);
  await lab.page.evaluate(drawn);
  return session;
}

/** Waits in the page until the panels that draw one after another, a frame each, have done so: a hand that is faster than they are would touch what is about to be replaced. */
async function drawn(): Promise<void> {
  const PANELS = 10;
  for (let panel = 0; panel < PANELS; panel += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** What is to be seen of a session. */
export function seenOf(session: Session): Seen {
  const trace = traceOf(session);
  const shown = shownCount(session);
  const { added, removed } = changesIn(session);
  return {
    shown,
    all: trace.moments.length,
    states: endpointsAfter(trace, shown).map(({ state }) => state),
    changes: [...added, ...removed].map((line) => printLine(line, trace.scenario)),
    branches: session.place.branches.length,
  };
}

/** What is seen in the Lab. */
export function seenIn({ island }: Lab): Promise<Seen> {
  return island.evaluate((root) => {
    const all = (selector: string) => [...root.querySelectorAll(selector)].map(({ textContent }) => textContent);
    const slider = root.querySelector<HTMLInputElement>('.isl-scrub input');
    return {
      shown: Number(slider?.value),
      all: Number(slider?.max),
      states: all('.isl-hosts strong'),
      changes: all('.isl-changes code'),
      branches: Math.max(1, root.querySelectorAll('.isl-branches > li').length),
    };
  });
}

/** Waits until the Lab shows this session. */
export async function sees(lab: Lab, session: Session): Promise<void> {
  await expect.poll(() => seenIn(lab)).toEqual(seenOf(session));
}
