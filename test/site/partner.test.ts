import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { bestMove, isOver, newGame, played, type Game } from '../../src/exercise/partner/game.ts';
import type { Composed } from '../../src/exercise/partner/move.ts';
import { flagNames, type FlagName } from '../../src/tcp/flags.ts';
import { violationsIn } from './axe.ts';
import { browserHere } from './browser-here.ts';
import { awake, DEVICES, message, openPage } from './island-page.ts';
import { LANGUAGES, type Language } from './pages.ts';

const browser = await browserHere();

/** Where each task stands in the course. */
const PLACED = [
  { slug: 'three-way-handshake', task: 'open', seed: 1 },
  { slug: 'four-way-handshake', task: 'close', seed: 2 },
  { slug: 'reset', task: 'half-open', seed: 3 },
] as const;

/** How a reader presses what there is. */
type Hand = 'mouse' | 'keyboard' | 'touch';

interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly island: Locator;
  readonly press: (button: Locator) => Promise<void>;
  readonly button: (key: string) => Locator;
}

async function open(slug: string, language: Language = 'en', hand: Hand = 'mouse'): Promise<Opened> {
  const { page, complaints } = await openPage(browser, `/${language}/${slug}/`, hand === 'touch' ? DEVICES.phone : DEVICES.desk);
  const island = await awake(page.locator('.isl-partner').first());
  await island.locator('.isl-ladder').waitFor();
  const press = async (button: Locator) => {
    if (hand === 'keyboard') {
      await button.focus();
      await page.keyboard.press((await button.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter');
    } else if (hand === 'touch') await button.tap();
    else await button.click();
  };
  return { page, complaints, island, press, button: (key) => island.getByRole('button', { name: message(language, key), exact: true }) };
}

/** Sets the bits and types the numbers of a segment. */
async function compose({ island, press }: Opened, { flags, seq, ack, length }: Composed): Promise<void> {
  const names = flagNames(flags);
  for (const name of ['ACK', 'PSH', 'RST', 'SYN', 'FIN'] satisfies FlagName[]) {
    const bit = island.getByRole('checkbox', { name, exact: true });
    if ((await bit.isChecked()) !== names.includes(name)) await press(bit);
  }
  await island.getByRole('textbox', { name: 'SEQ' }).fill(String(seq));
  if (names.includes('ACK')) await island.getByRole('textbox', { name: 'ACK' }).fill(String(ack));
  await island.getByRole('textbox', { name: 'LEN' }).fill(String(length));
}

/** Makes the best move of the game in the page as well. */
async function best(opened: Opened, game: Game): Promise<Game> {
  const move = bestMove(game);
  if (move.type === 'send') {
    await compose(opened, move.segment);
    await opened.press(opened.button('partner.send'));
  } else await opened.press(opened.button('partner.wait'));
  const next = played(game, move);
  await opened.island.locator(`.isl-judged[data-verdict="right"], .isl-end`).first().waitFor();
  await expect.poll(() => opened.island.locator('.isl-log > ol > li').count()).toBe(next.turns.length);
  return next;
}

const verdict = ({ island }: Opened) => island.locator('.isl-judged').getAttribute('data-verdict');

describe.each(LANGUAGES)('in %s', (language) => {
  test.each([
    ['mouse', PLACED[0]],
    ['keyboard', PLACED[1]],
    ['touch', PLACED[2]],
    ['touch', PLACED[0]],
  ] as const)('by %s, %o is done right, done wrong and corrected', async (hand, { slug, task, seed }) => {
    const opened = await open(slug, language, hand);
    const { page, complaints, island, press, button } = opened;
    let game = await best(opened, newGame(task, seed));
    expect(await verdict(opened)).toBe('right');
    const right = bestMove(game);
    if (right.type !== 'send') throw new Error('this task sends again at once');
    await compose(opened, { ...right.segment, seq: right.segment.seq + 1 });
    await press(button('partner.send'));
    await expect.poll(() => verdict(opened)).toBe('wrong');
    expect(await island.locator('.isl-mistakes li').first().textContent()).toContain(message(language, 'exercise.next-segment.field.seq'));
    expect(await island.locator('.isl-reaction .isl-cite').count()).toBeGreaterThan(0);
    await press(button('partner.undo'));
    while (!isOver(game)) game = await best(opened, game);
    await island.locator('.isl-end[data-won="true"]').waitFor();
    expect(await island.locator('.isl-end strong').textContent()).toBe(message(language, `partner.end.${game.standing}`));
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.isl-end') !== null)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('axe finds nothing before, in the midst of and after a game', async () => {
    const opened = await open('three-way-handshake', language);
    const found = () => violationsIn(opened.page, '.isl-partner');
    expect(await found()).toEqual([]);
    await compose(opened, { flags: 0 as Composed['flags'], seq: 7, ack: 0, length: 3 });
    await opened.press(opened.button('partner.send'));
    await opened.island.locator('.isl-judged[data-verdict="wrong"]').waitFor();
    expect(await found()).toEqual([]);
    await opened.press(opened.button('partner.again'));
    let game = newGame('open', 1);
    while (!isOver(game)) game = await best(opened, game);
    expect(await found()).toEqual([]);
  });
});

test('a wrong segment that TCP can mend is mended without taking it back, and the end is told aloud', async () => {
  const opened = await open('three-way-handshake');
  let game = newGame('open', 1);
  const syn = bestMove(game);
  if (syn.type !== 'send') throw new Error('a SYN comes first');
  const wrong = { ...syn.segment, seq: 77 };
  await compose(opened, wrong);
  await opened.press(opened.button('partner.send'));
  await expect.poll(() => verdict(opened)).toBe('wrong');
  game = played(game, { type: 'send', segment: wrong });
  const reset = game.due.at(-1)!.segment;
  await compose(opened, { flags: reset.flags, seq: reset.seq, ack: 0, length: 0 });
  await opened.press(opened.button('partner.send'));
  await expect.poll(() => verdict(opened)).toBe('right');
  game = played(game, { type: 'send', segment: { flags: reset.flags, seq: reset.seq, ack: 0, length: 0 } });
  while (!isOver(game)) game = await best(opened, game);
  expect(game.standing).toBe('open');
  await expect.poll(() => opened.island.getByRole('status').textContent()).toContain(message('en', 'partner.end.open'));
});

test('the end of a game is told to whoever keeps the progress of the reader', async () => {
  const opened = await open('three-way-handshake');
  await opened.page.evaluate(() => document.addEventListener('handshake:answered', (event) => document.body.setAttribute('data-answered', JSON.stringify((event as CustomEvent<unknown>).detail))));
  let game = newGame('open', 1);
  while (!isOver(game)) game = await best(opened, game);
  const said = await opened.page.locator('body').getAttribute('data-answered');
  expect(JSON.parse(said ?? 'null')).toMatchObject({ id: 'partner-open', kind: 'partner', topic: 'opening', right: true, firstTry: true, misconceptions: [], slug: 'three-way-handshake' });
});

test('a hint tells the kind of segment, then fills the segment in; other numbers begin another game', async () => {
  const { island, press, button } = await open('three-way-handshake');
  await press(button('partner.hint'));
  expect(await island.locator('.isl-partner-hint').textContent()).toBe(message('en', 'partner.hint.syn'));
  await press(button('partner.show'));
  expect(await island.locator('.isl-partner-hint').textContent()).toContain('SYN SEQ=');
  expect(await island.getByRole('checkbox', { name: 'SYN' }).isChecked()).toBe(true);
  const seq = await island.getByRole('textbox', { name: 'SEQ' }).inputValue();
  await press(button('partner.other'));
  await press(button('partner.hint'));
  await press(button('partner.show'));
  expect(await island.getByRole('textbox', { name: 'SEQ' }).inputValue()).not.toBe(seq);
});

test('a game that is under way opens in the Lab as it stands', async () => {
  const opened = await open('three-way-handshake');
  await best(opened, newGame('open', 1));
  const link = opened.island.getByRole('link', { name: message('en', 'island.lab') });
  await link.focus();
  const before = await link.getAttribute('href');
  await expect.poll(() => link.getAttribute('href')).toMatch(/\/en\/lab\/#/);
  await link.click();
  await opened.page.waitForURL(/\/en\/lab\//);
  expect(before).not.toBe(null);
  await opened.page.locator('.isl-ladder:visible').waitFor();
  await expect.poll(() => opened.page.locator('.isl-ladder-mark, .isl-ladder-origin').count()).toBeGreaterThan(0);
});

test('without scripts the task and a perfect game can be read, and no dead control stands there', async () => {
  const { page } = await openPage(browser, '/en/three-way-handshake/', { ...DEVICES.phone, javaScriptEnabled: false });
  const island = page.locator('.isl-partner');
  expect(await island.locator('.isl-task').isVisible()).toBe(true);
  expect(await island.locator('.isl-news li').first().isVisible()).toBe(true);
  const figure = island.locator('.isl-perfect svg');
  expect(await figure.isVisible()).toBe(false);
  await island.locator('.isl-perfect > summary').click();
  expect(await figure.isVisible()).toBe(true);
  expect(await island.locator('button:visible, input:visible').count()).toBe(0);
});
