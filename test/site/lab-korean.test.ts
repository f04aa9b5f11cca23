import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserHere } from './browser-here.ts';
import { awake, DEVICES, openPage } from './island-page.ts';

const browser = await browserHere();

/** Words that Korean texts on TCP leave in Latin letters: names of states, flags, calls, variables, options, systems, formats and keys. */
const NAMES = [
  'LISTEN|SYN-SENT|SYN-RECEIVED|ESTABLISHED|FIN-WAIT-1|FIN-WAIT-2|CLOSE-WAIT|CLOSING|LAST-ACK|TIME-WAIT|CLOSED',
  'SYN|ACK|FIN|RST|PSH|URG|ECE|CWR|CE|OPEN|SEND|RECEIVE|CLOSE|ABORT|STATUS',
  '(?:SND|RCV|SEG)\\.[A-Z0-9]+|Eff\\.snd\\.MSS|[SRL]\\.[A-Z]+|ISS|IRS|SEQ|LEN|WND|MSS|MSL|RTT|RTO|SRTT|RTTVAR|cwnd|ssthresh|recover|FlightSize|TS\\.Recent|TSval|TSecr',
  'TCP|RFC|SACK|ECN|Nagle|Fast Open|[Kk]eep-alive|3-Way Handshake|handshake|half-open|flood|TLS|ClientHello|No-Operation|SACK-permitted|persist',
  'Linux|FreeBSD|Wireshark|tcpdump|pcapng|Mermaid|MDX|SVG|PNG|ss|on|ms|Mac|Cmd|Ctrl|Space|Tab',
].join('|');
const NAME = new RegExp(`(?<![A-Za-z])(?:${NAMES}|0x[0-9a-f]+|F8)(?![A-Za-z])`, 'gu');

/** What a reader is told by the buttons, fields, headings and remarks inside: their texts, names, titles and placeholders. */
function spokenIn(island: Locator): Promise<readonly string[]> {
  return island.evaluate((root) => {
    // What is written in the notation, what a key or a rule is called, and what another program prints stay as they are.
    const foreign = 'code, kbd, style, [lang="en"], .isl-editor-box, .isl-octets, .isl-sockets-command, .isl-sockets table, .isl-sockets dt';
    const attributes = ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'placeholder', 'alt'];
    const texts = [root, ...root.querySelectorAll('*')].flatMap((element) => {
      if (element.closest(foreign) !== null) return [];
      const own = [...element.childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ''] : []));
      return [...own, ...attributes.flatMap((name) => element.getAttribute(name) ?? [])];
    });
    // A branch, and a button that takes a change back, are called after a line of the notation.
    return texts.map((text) => text.replace(/(?<=(?:갈래 \d+|되돌리기|복구): )[^”]*/gu, '').trim()).filter((text) => text !== '');
  });
}

/** What of it is neither Korean nor a name that stays. */
async function foreignIn(island: Locator): Promise<readonly string[]> {
  const spoken = await spokenIn(island);
  return [...new Set(spoken.filter((text) => /[A-Za-z]{2}/u.test(text.replace(NAME, ''))))];
}

interface Opened {
  readonly page: Page;
  readonly island: Locator;
  readonly complaints: readonly string[];
  readonly press: (...keys: readonly string[]) => Promise<void>;
}

async function open(device: keyof typeof DEVICES = 'desk', hash = ''): Promise<Opened> {
  const { page, complaints } = await openPage(browser, `/ko/lab/${hash}`, DEVICES[device]);
  const island = await awake(page.locator('.isl-simulation'));
  const press = async (...keys: readonly string[]) => {
    await island.locator('.isl-control').first().focus();
    for (const key of keys) await page.keyboard.press(key);
  };
  return { page, island, complaints, press };
}

/** Opens everything that folds, and waits until what is fetched has come. */
async function unfold(island: Locator): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await island.evaluate((root) => root.querySelectorAll('details').forEach((details) => (details.open = true)));
    await island.page().waitForTimeout(100);
    await expect.poll(() => island.locator('[aria-busy="true"]').count()).toBe(0);
  }
}

test('speaks Korean at rest, while it steps, and of what has been changed', async () => {
  const { island, complaints, press } = await open();
  expect(await foreignIn(island)).toEqual([]);
  await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await unfold(island);
  expect(await foreignIn(island)).toEqual([]);
  const status = island.locator(':scope > [role="status"]');
  await expect.poll(() => status.textContent()).toMatch(/\p{Script=Hangul}/u);
  for (const key of ['l', 'l', 'd', 'u', 'h']) {
    await press(key);
    await expect.poll(() => status.textContent()).toMatch(/\p{Script=Hangul}/u);
    expect(await foreignIn(island)).toEqual([]);
  }
  expect(complaints).toEqual([]);
});

test('speaks Korean of the segments, by their buttons and in every length of time that they offer', async () => {
  const { island, press } = await open('phone');
  await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await unfold(island);
  const deeds = island.getByRole('group', { name: '세그먼트에 할 일' });
  for (const name of ['지연', '복제']) {
    await deeds.getByRole('button', { name, exact: true }).tap();
    expect(await foreignIn(island)).toEqual([]);
  }
  await island.getByRole('button', { name: '붙잡기', exact: true }).tap();
  await island.getByRole('button', { name: '놓아주기', exact: true }).waitFor();
  expect(await foreignIn(island)).toEqual([]);
});

test.each(['사다리', '다이어그램', '세그먼트', '이야기', 'Mermaid'])('speaks Korean in the view %s', async (view) => {
  const { island, press } = await open();
  await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'l', 'End');
  await island.getByRole('group', { name: '보기' }).getByRole('button', { name: view, exact: true }).click();
  await unfold(island);
  expect(await foreignIn(island)).toEqual([]);
  if (view === 'Mermaid') expect(await island.locator('pre code').textContent()).toMatch(/participant A as 클라이언트[^]*유실/u);
});

test('speaks Korean of two branches and of how they differ', async () => {
  const { island, press } = await open();
  await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'l', 'End', 'c');
  await island.locator('.isl-pair-words table').first().waitFor();
  await unfold(island);
  expect(await foreignIn(island)).toEqual([]);
});

test('speaks Korean in the gallery', async () => {
  const { island } = await open();
  await island.getByRole('button', { name: '갤러리' }).click();
  await island.locator('.isl-gallery-item').nth(60).waitFor();
  expect(await foreignIn(island)).toEqual([]);
  await island.getByRole('searchbox').fill('qqq');
  await expect.poll(() => island.locator('.isl-gallery-item').count()).toBeLessThan(3);
  expect(await foreignIn(island)).toEqual([]);
});

test('speaks Korean in the settings, in every choice of them, and of numbers that are none', async () => {
  const { island } = await open();
  await island.getByRole('button', { name: '설정' }).click();
  await island.locator('.isl-drawer select').first().waitFor({ state: 'attached' });
  await unfold(island);
  expect(await foreignIn(island)).toEqual([]);
  const lists = await island.locator('.isl-drawer select').count();
  for (let list = 0; list < lists / 2; list += 1) {
    const choices = await island.locator('.isl-drawer select').nth(list).locator('option').count();
    for (let choice = 0; choice < choices; choice += 1) {
      await island.locator('.isl-drawer select').nth(list).selectOption({ index: choice });
      expect(await foreignIn(island)).toEqual([]);
    }
    await island.locator('.isl-drawer select').nth(list).selectOption({ index: 0 });
  }
  for (const field of await island.locator('.isl-drawer input:not([type="radio"], [type="checkbox"])').all()) {
    await field.fill('x');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
  }
  expect(await foreignIn(island)).toEqual([]);
});

test('speaks Korean around the text of a scenario, of its problems and of what can stand in it', async () => {
  const { page, island } = await open();
  await island.getByRole('button', { name: '텍스트' }).click();
  await island.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nclient snds 10\nserver listens listens\nclient ');
  await island.locator('.isl-problem').nth(2).waitFor();
  await page.keyboard.press('Control+ ');
  await island.locator('.cm-tooltip-autocomplete').waitFor();
  const hints = await island.locator('.isl-problem-hint').allTextContents();
  expect(hints.filter((hint) => !/\p{Script=Hangul}/u.test(hint))).toEqual([]);
  expect(await island.locator('.isl-editor [aria-label]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? '').filter((label) => !/\p{Script=Hangul}/u.test(label)))).toEqual([]);
  const controls = await island.locator('.isl-editor').getByRole('button').allTextContents();
  expect(controls.filter((name) => !/\p{Script=Hangul}/u.test(name))).toEqual([]);
});

test('speaks Korean to whoever forges a segment, of each that is ready-made and of one by hand', async () => {
  const { island, press } = await open();
  await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  const form = island.locator('.isl-inject');
  await island.getByText('세그먼트 주입', { exact: true }).click();
  for (const direction of ['클라이언트 → 서버', '서버 → 클라이언트']) {
    await form.getByRole('radio', { name: direction }).check({ force: true });
    const ready = form.getByRole('group', { name: '위조할 세그먼트' }).getByRole('radio');
    const count = await ready.count();
    expect(count).toBeGreaterThan(3);
    for (let one = 0; one < count; one += 1) {
      await ready.nth(one).check({ force: true });
      expect(await foreignIn(island)).toEqual([]);
    }
  }
  for (const field of await form.getByRole('textbox').all()) if (await field.isEditable()) await field.fill('x');
  expect(await form.locator('[aria-invalid="true"]').count()).toBeGreaterThan(2);
  expect(await foreignIn(island)).toEqual([]);
});

test('speaks Korean of its keys, and of what can be taken along', async () => {
  const { page, island, press } = await open();
  await press('?');
  await island.getByRole('dialog').waitFor();
  expect(await foreignIn(island)).toEqual([]);
  await page.keyboard.press('Escape');
  const panel = island.locator('.isl-share-panel');
  const share = async (name: string) => {
    if (!(await panel.isVisible())) await island.getByRole('button', { name: '공유', exact: true }).click();
    await panel.getByRole('button', { name, exact: true }).click();
    await expect.poll(() => panel.locator('.isl-share-told').textContent()).toMatch(/\p{Script=Hangul}/u);
    expect((await foreignIn(island)).filter((text) => !/\.(?:svg|png)$/u.test(text))).toEqual([]);
  };
  for (const name of ['링크 복사', '시나리오', '강의용 MDX', 'Mermaid']) await share(name);
  const saved = page.waitForEvent('download');
  await share('SVG');
  const stream = await (await saved).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  const svg = Buffer.concat(parts).toString('utf8');
  expect(svg).toMatch(/<title[^>]*>[^<]*\p{Script=Hangul}/u);
  expect([...svg.replace(/<style[^]*?<\/style>/gu, '').matchAll(/>([^<>]+)</gu)].map(([, text = '']) => text.replace(NAME, '')).filter((text) => /[A-Za-z]{2}/u.test(text))).toEqual([]);
});

test.each(['#s1=', '#s9=abc', '#s1=abcdefgh', '#s1=ABCDEFGH'])('says in Korean what is wrong with the link %s', async (hash) => {
  const { island } = await open('desk', hash);
  await island.getByRole('alert').waitFor();
  expect(await foreignIn(island)).toEqual([]);
});
