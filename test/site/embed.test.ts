import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { after, begin } from '../../src/islands/session.ts';
import { linkTo } from '../../src/islands/link/link-to.ts';
import { courseTrace } from '../course-traces.ts';
import { violationsIn } from './axe.ts';
import { browserHere } from './browser-here.ts';
import { DEVICES, message } from './island-page.ts';
import { COURSE_PAGES, documentOf, EMBED_PAGES, LANGUAGES, type Language } from './pages.ts';
import { record } from './transfer.ts';
import { watch, watchLayout } from './watch.ts';

/** What a page that is framed may weigh before anyone touches it, and of it scripts; bytes over the wire. */
const BUDGET = { all: 100_000, script: 45_000 };

/** A question that is made in the page brings the engine and what draws along. */
const MADE = 220_000;

/** What an author is told to copy, with this site in the place of the example's. */
function snippet(language: Language, path: string): string {
  const guide = readFileSync(new URL(`../../content/docs/${language}/authoring.mdx`, import.meta.url), 'utf8');
  const code = /```html\n(<iframe[\s\S]*?)```/u.exec(guide)?.[1] ?? '';
  expect(code.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
  return code.replaceAll('https://example.org', inject('siteUrl')).replace(`/${language}/embed/three-way/`, path);
}

/** A page of another origin with this in it, everything that its listener has written down, and every message that has come. */
async function embed(browser: Browser, html: string, options: BrowserContextOptions = DEVICES.desk, init = '') {
  const server = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(`<!doctype html><title>A school</title><main><h1>A school</h1>${html}</main>`));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const school = `http://localhost:${String((server.address() as AddressInfo).port)}`;
  const context = await browser.newContext(options);
  onTestFinished(async () => {
    await context.close();
    server.close();
  });
  const page = await context.newPage();
  const lines: string[] = [];
  const problems: string[] = [];
  page.on('console', (line) => (line.type() === 'log' ? lines : line.type() === 'error' ? problems : []).push(line.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.addInitScript(`${init};if (parent === window) { window.messages = []; addEventListener('message', ({ data }) => window.messages.push(data)); }`);
  await page.goto(school);
  const messages = () => page.evaluate<readonly Readonly<Record<string, unknown>>[]>('window.messages');
  const frame = async (): Promise<Frame> => {
    const found = await (await page.waitForSelector('iframe')).contentFrame();
    if (!found) throw new Error('There is no frame');
    return found;
  };
  return { page, lines, problems, messages, frame };
}

/** Turns to the exercise of a frame, and checks this answer to its first choice. */
async function answer(frame: Frame, language: Language, choose: number): Promise<void> {
  const exercise = frame.locator('.isl-exercise');
  await exercise.waitFor();
  await exercise.dispatchEvent('pointerover');
  await frame.locator('astro-island:not([ssr])').first().waitFor({ state: 'attached' });
  await exercise.locator('input[type="radio"]').nth(choose).check();
  await exercise.getByRole('button', { name: new RegExp(`^(?:${message(language, 'attempt.check')}|${message(language, 'attempt.check-again')})$`, 'u') }).click();
}

const browser = await browserHere();

const QUESTION = 'scenario=syn-lost&kind=state&seed=1';

describe.each(LANGUAGES)('in a frame of another site, in %s', (language) => {
  test('an exercise is answered, and the site around it hears how, by the listener of the guide', async () => {
    const { lines, problems, messages, frame } = await embed(browser, snippet(language, `/${language}/embed/exercise/?${QUESTION}`));
    const inside = await frame();
    const choices = inside.locator('.isl-exercise input[type="radio"]');
    await choices.first().waitFor();
    const all = await choices.count();
    const results = async () => (await messages()).filter(({ type }) => type === 'result');
    let attempts = 0;
    for (let choose = 0; choose < all; choose += 1) {
      await answer(inside, language, choose);
      attempts += 1;
      await expect.poll(async () => (await results()).length).toBe(attempts);
      if ((await results()).at(-1)?.['correct'] === true) break;
    }
    const last = (await results()).at(-1);
    expect(last).toEqual({ source: 'handshake-lab', version: 1, type: 'result', exercise: expect.stringMatching(/^state-.*-1$/u) as string, kind: 'state', topic: expect.any(String) as string, correct: true, score: 1, attempts, firstTry: attempts === 1, misconceptions: [] });
    expect(lines).toEqual((await results()).map(({ exercise, correct, score, attempts: nth }) => [exercise, correct, score, nth].join(' ')));
    expect(problems).toEqual([]);
  });

  test('it tells its height, so that the frame is as high as what is in it, and again when that changes', async () => {
    const { page, messages, frame } = await embed(browser, snippet(language, `/${language}/embed/three-way/?theme=dark`));
    await expect.poll(async () => (await messages()).at(0)).toEqual({ source: 'handshake-lab', version: 1, type: 'ready', kind: 'scenario', language, title: expect.any(String) as string, height: expect.any(Number) as number });
    const inside = await frame();
    const fits = async () => {
      const [own, content] = await Promise.all([page.locator('iframe').evaluate((element) => element.clientHeight), inside.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height))]);
      return own === content;
    };
    await expect.poll(fits).toBe(true);
    expect(await inside.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await inside.locator('html').getAttribute('lang')).toBe(language);
    await page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(async () => (await messages()).some(({ type }) => type === 'resize')).toBe(true);
    await expect.poll(fits).toBe(true);
  });

  test('with storage blocked everything works, and nothing is kept', async () => {
    const blocked = `for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get() { throw new DOMException('No', 'SecurityError'); } })`;
    const { problems, messages, frame } = await embed(browser, snippet(language, `/${language}/embed/exercise/?${QUESTION}`), DEVICES.phone, blocked);
    await answer(await frame(), language, 0);
    await expect.poll(async () => (await messages()).some(({ type }) => type === 'result')).toBe(true);
    expect(problems).toEqual([]);
  });

  test('an author’s question and a game are there too', async () => {
    const asked = EMBED_PAGES.find(({ path, html }) => path.startsWith(`/${language}/embed/ask/`) && html.includes('type="radio"'))?.path ?? '';
    const { messages, frame, problems } = await embed(browser, snippet(language, asked));
    await answer(await frame(), language, 0);
    await expect.poll(async () => (await messages()).filter(({ type }) => type === 'result')).toEqual([expect.objectContaining({ exercise: `asked-${asked.split('/').at(-2) ?? ''}`, kind: 'asked', attempts: 1 })]);
    expect(EMBED_PAGES.filter(({ path }) => path.startsWith(`/${language}/embed/game/`)).length).toBeGreaterThan(8);
    expect(problems).toEqual([]);
  });

  test('a run from the Lab is shown as it has become, and opens in the Lab as that', async () => {
    const changed = after(begin(courseTrace('three-way').scenario), { type: 'wire', flight: 1, what: { type: 'lose' } });
    const link = await linkTo(changed, { view: 'ladder', selected: null, compared: null });
    const { page, frame, problems } = await embed(browser, snippet(language, `/${language}/embed/run/?title=Mine${link}`));
    const inside = await frame();
    await inside.locator('.isl-simulation .isl-title', { hasText: 'Mine' }).waitFor();
    expect(await inside.locator('svg.hl-diagram').count()).toBe(1);
    await inside.getByRole('button', { name: message(language, 'island.start'), exact: true }).click();
    await inside.getByRole('button', { name: message(language, 'island.step'), exact: true }).click();
    const [opened] = await Promise.all([page.context().waitForEvent('page'), inside.getByRole('link', { name: message(language, 'island.lab') }).click()]);
    await opened.waitForURL(new RegExp(`/${language}/lab/#s1=`, 'u'));
    expect(problems).toEqual([]);
  });
});

test('only the origin that the address names hears anything', async () => {
  const { messages, frame } = await embed(browser, snippet('en', '/en/embed/three-way/?origin=https://school.example'), DEVICES.desk);
  await (await frame()).locator('.isl-simulation').waitFor();
  await (await frame()).waitForLoadState('networkidle');
  expect(await messages()).toEqual([]);
});

test('pages that are not made for it cannot be framed by another site', async () => {
  const { page, problems } = await embed(browser, `<iframe src="${inject('siteUrl')}/en/states/" title="States"></iframe>`);
  await expect.poll(() => problems.join()).toMatch(/frame-ancestors/u);
  expect(page.frames().some((frame) => frame.url().includes('/en/states/'))).toBe(false);
});

test('an address that names no exercise says so', async () => {
  const page = await browser.newPage();
  for (const query of ['', '?scenario=nonsense&kind=state', '?scenario=three-way&kind=nonsense', '?scenario=abort&kind=if-lost&seed=-1']) {
    await page.goto(`${inject('siteUrl')}/en/embed/exercise/${query}`);
    await page.getByText(message('en', 'attempt.embed.failed')).waitFor();
  }
  await page.goto(`${inject('siteUrl')}/en/embed/run/`);
  await page.getByText(message('en', 'island.embed.failed')).waitFor();
  await page.close();
});

/** One page of each sort, in each language. */
const SAMPLES = LANGUAGES.flatMap((language) => ['three-way/', 'retransmission-storm/', `exercise/?${QUESTION}`, 'game/open/', `ask/${EMBED_PAGES.find(({ path }) => path.startsWith('/en/embed/ask/'))?.path.split('/').at(-2) ?? ''}/`].map((path) => `/${language}/embed/${path}`));

async function visit(path: string, options: BrowserContextOptions): Promise<{ readonly page: Page; readonly problems: readonly string[]; readonly bytes: () => Promise<Readonly<Record<'all' | 'script', number>>> }> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const { problems } = watch(page, inject('siteUrl'));
  await watchLayout(page);
  const loaded = await record(await context.newCDPSession(page));
  await page.goto(inject('siteUrl') + path, { waitUntil: 'networkidle' });
  const sum = (only: (one: (typeof loaded)[number]) => boolean) => loaded.filter(only).reduce((all, { bytes }) => all + bytes, 0);
  return { page, problems, bytes: () => Promise.resolve({ all: sum(() => true), script: sum(({ script }) => script) }) };
}

describe.each(SAMPLES)('%s', (path) => {
  test.each(['light', 'dark'] as const)('axe minds nothing (%s), nothing is wider than a phone, and it weighs little', async (colorScheme) => {
    const { page, problems, bytes } = await visit(path, { ...DEVICES.phone, colorScheme });
    expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
    expect(await violationsIn(page, 'html')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    const { all, script } = await bytes();
    if (path.includes('/exercise/')) expect(all).toBeLessThan(MADE);
    else {
      expect(all).toBeLessThan(BUDGET.all);
      expect(script).toBeLessThan(BUDGET.script);
      expect(await page.evaluate<number>('window.layoutShift')).toBe(0);
    }
    expect(problems).toEqual([]);
  });
});

test('every page for frames stays out of search engines, has a title, its language and a way to where it comes from', () => {
  expect(EMBED_PAGES.length).toBeGreaterThan(200);
  const known = new Set(COURSE_PAGES.map(({ path }) => path));
  for (const page of EMBED_PAGES) {
    const document = documentOf(page);
    expect(document.querySelector('meta[name="robots"]')?.getAttribute('content'), page.path).toBe('noindex');
    expect(document.documentElement.lang).toBe(page.language);
    expect(document.querySelector('h1')?.textContent).not.toBe('');
    const home = document.querySelector('body > footer a')?.getAttribute('href') ?? '';
    expect(known.has(new URL(home, 'http://localhost').pathname), `${page.path} → ${home}`).toBe(true);
  }
});
