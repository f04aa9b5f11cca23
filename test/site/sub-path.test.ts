import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { serve, type Site } from '../../scripts/serve.ts';
import { newLesson, SLUG, writeLesson } from '../instructor/lesson.ts';
import { build, projectCopy } from '../instructor/project-copy.ts';
import { violationsIn } from './axe.ts';
import { browserHere } from './browser-here.ts';
import { message } from './island-page.ts';
import { LANGUAGES, PAGES } from './pages.ts';
import { watch } from './watch.ts';

/** An instructor's course: one lesson more, below a path of another site. */
const ORIGIN = 'https://courses.example';
const BASE = '/networks/tcp';

const copy = projectCopy('elsewhere');
const folder = join(copy.folder, 'dist');
let files: ReadonlySet<string>;
let site: Site;
const browser = await browserHere();
beforeAll(async () => {
  const made = await newLesson(copy);
  expect(made.code, made.printed).toBe(0);
  writeLesson(copy);
  const built = await build(copy, { SITE: ORIGIN, BASE });
  expect(built.code, built.printed).toBe(0);
  files = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `/${name.replaceAll('\\', '/')}`));
  site = await serve(folder, 0, BASE);
});
afterAll(async () => {
  await site.close();
});

/** Every address that a page names, whole ones too. */
function addressesIn(document: Document): readonly string[] {
  const told = [...document.querySelectorAll('[href], [src], [component-url], [renderer-url], [before-hydration-url], form[action]')].flatMap((element) =>
    ['href', 'src', 'component-url', 'renderer-url', 'before-hydration-url', 'action'].flatMap((name) => element.getAttribute(name) ?? []),
  );
  const meta = [...document.querySelectorAll('meta[property="og:url"], meta[property="og:image"]')].flatMap((element) => element.getAttribute('content') ?? []);
  return [...told, ...meta];
}

/** Why the address is not one of the site under its base; null where it is, or leads out of the site. */
function astray(address: string, from: string): string | null {
  const { origin, pathname } = new URL(address, `${ORIGIN}${BASE}${from}`);
  if (origin !== ORIGIN) return null;
  const path = decodeURIComponent(pathname);
  if (path !== BASE && !path.startsWith(`${BASE}/`)) return `${address}: outside of ${BASE}`;
  const below = path.slice(BASE.length);
  return files.has(below.endsWith('/') || below === '' ? `${below.replace(/\/$/u, '')}/index.html` : below) ? null : `${address}: no such file`;
}

test('the same pages are there as at the root', () => {
  expect(PAGES.map(({ path }) => path.replace(/\/$/u, '/index.html')).filter((file) => !files.has(file))).toEqual([]);
});

test('every link, script, sheet, picture and island of every page is below the base, and there', () => {
  const wrong = new Set<string>();
  for (const file of files) {
    if (!file.endsWith('.html')) continue;
    const from = file.replace(/index\.html$/u, '');
    const { document } = new JSDOM(readFileSync(join(folder, file), 'utf8')).window;
    for (const address of addressesIn(document)) {
      const problem = astray(address, from);
      if (problem !== null) wrong.add(`${from} → ${problem}`);
    }
  }
  expect([...wrong]).toEqual([]);
});

test('whole addresses have the site and the base: canonical ones, other languages, the sitemap, robots.txt', () => {
  const { document } = new JSDOM(readFileSync(join(folder, 'ko', 'states', 'index.html'), 'utf8')).window;
  expect(document.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(`${ORIGIN}${BASE}/ko/states/`);
  expect(document.querySelector('link[hreflang="en"]')?.getAttribute('href')).toBe(`${ORIGIN}${BASE}/en/states/`);
  const places = ['sitemap-index.xml', 'sitemap-0.xml'].flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/gu)].map(([, place = '']) => place));
  expect(places).toContain(`${ORIGIN}${BASE}/ko/gallery/`);
  expect(places.map((place) => astray(place, '/')).filter((problem) => problem !== null)).toEqual([]);
  expect(readFileSync(join(folder, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${ORIGIN}${BASE}/sitemap-index.xml`);
  expect(readFileSync(join(folder, '_headers'), 'utf8')).toContain(`${BASE}/ko/states/\n  Content-Security-Policy: frame-ancestors 'self'`);
});

async function open(path: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ko-KR' });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const { problems } = watch(page, site.url);
  const answer = await page.goto(site.url + path, { waitUntil: 'networkidle' });
  return { page, problems, status: answer?.status() };
}

describe('in a browser', () => {
  test('the front door leads to the reader’s language, and from there to a lesson, and to its other language', async () => {
    const { page } = await open('/');
    await page.waitForURL(`${site.url}/ko/`);
    await page.locator('nav a[href$="/ko/states/"]').first().click();
    await page.waitForURL(`${site.url}/ko/states/`);
    await page.locator('starlight-lang-select select').first().selectOption({ label: 'English' });
    await page.waitForURL(`${site.url}/en/states/`);
  });

  test.each(LANGUAGES)('a simulation draws a change, and an exercise explains and makes another (%s)', async (language) => {
    const { page, problems } = await open(`/${language}/three-way-handshake/`);
    const island = page.locator('.isl-simulation').first();
    await island.dispatchEvent('pointerover');
    await island.locator('xpath=ancestor::astro-island[not(@ssr)]').waitFor({ state: 'attached' });
    await island.locator('.isl-lose').first().click();
    await island.locator('.isl-drawn svg').waitFor();
    // An author's own question has no other one beside it.
    const exercise = page.locator('.isl-exercise').filter({ has: page.getByRole('button', { name: message(language, 'attempt.another'), exact: true }) }).first();
    await exercise.dispatchEvent('pointerover');
    await exercise.locator('xpath=ancestor::astro-island[not(@ssr)]').waitFor({ state: 'attached' });
    await exercise.getByRole('button', { name: message(language, 'attempt.another'), exact: true }).click();
    await expect.poll(() => exercise.locator('.isl-question').evaluate((question) => question === document.activeElement)).toBe(true);
    await page.waitForLoadState('networkidle');
    expect(problems).toEqual([]);
  });

  test('the Lab fetches its gallery, its editor and its views', async () => {
    const { page, problems } = await open('/ko/lab/');
    const lab = page.locator('.isl-instrument');
    await lab.dispatchEvent('pointerover');
    await lab.locator('xpath=ancestor::astro-island[not(@ssr)]').waitFor({ state: 'attached' });
    await lab.locator('.isl-drawers button').nth(0).click();
    await lab.locator('.isl-gallery-item').nth(3).click();
    await lab.locator('.isl-drawers button').nth(1).click();
    await lab.locator('.cm-editor').waitFor();
    await page.waitForURL(`${site.url}/ko/lab/#s1=*`);
    expect(problems).toEqual([]);
  });

  test('the gallery of scenarios finds, and its links lead into the Lab and the lessons', async () => {
    const { page, problems } = await open('/en/gallery/?misconception=close-takes-four');
    expect(await page.locator('[data-where-treated] a').getAttribute('href')).toContain(`${BASE}/en/four-way-handshake/#`);
    await page.locator('input[name="find"]').fill('재전송 폭풍');
    await page.locator('.hl-gallery-none').waitFor();
    expect(await page.locator('#three-way .hl-gallery-deeds a').getAttribute('href')).toContain(`${BASE}/en/lab/#s1=`);
    expect(problems).toEqual([]);
  });

  test('a question in a frame is made', async () => {
    const { page, problems } = await open('/en/embed/exercise/?scenario=fin-lost&kind=state&seed=2');
    await page.locator('.isl-exercise').waitFor();
    expect(problems).toEqual([]);
  });

  test('practice and progress fetch what they show', async () => {
    const { page, problems } = await open('/ko/practice/');
    await page.getByRole('button', { name: message('ko', 'practice.begin'), exact: true }).click();
    await page.locator('.isl-exercise').waitFor();
    await page.goto(`${site.url}/ko/progress/`, { waitUntil: 'networkidle' });
    expect(problems).toEqual([]);
  });

  test('search finds a lesson, and its result leads there', async () => {
    const { page, problems } = await open('/en/');
    await page.locator('button[data-open-modal]').click();
    await page.locator('dialog input').fill('simultaneous');
    const result = page.locator('.pagefind-ui__result-link').first();
    await result.waitFor();
    expect(await result.getAttribute('href')).toContain(`${BASE}/en/`);
    expect(problems).toEqual([]);
    await result.click();
    await page.waitForURL(`${site.url}/en/*/**`);
  });

  test('a wrong address gets the page for it, with ways back that are right', async () => {
    const { page, status } = await open('/ko/no-such-lesson/');
    expect(status).toBe(404);
    expect(await violationsIn(page, 'html')).toEqual([]);
    await page.locator(`a[href="${BASE}/ko/"]`).click();
    await page.waitForURL(`${site.url}/ko/`);
  });

  test.each([
    ['en', 'The answer is lost', 'two timers'],
    ['ko', '사라진 응답', '사라진'],
  ])('the instructor’s own lesson is there in %s, in the menu, the search and the sitemap', async (language, title, asked) => {
    const at = `${BASE}/${language}/${SLUG}/`;
    const { page } = await open(`/${language}/`);
    expect(await page.locator(`nav a[href="${at}"]`).first().textContent()).toContain(title);
    // As text: what the test runner makes of an import means nothing to a page.
    const found: unknown = await page.evaluate(`import('${BASE}/pagefind/pagefind.js').then(async ({ search }) => {
      const { results } = await search(${JSON.stringify(asked)});
      return Promise.all(results.slice(0, 8).map(async ({ data }) => (await data()).url));
    })`);
    expect(found).toContain(at);
    expect(readFileSync(join(folder, 'sitemap-0.xml'), 'utf8')).toContain(`${at}</loc>`);
    await page.goto(`${site.url}/${language}/${SLUG}/`);
    expect(await page.locator('.hl-figure svg').count()).toBeGreaterThan(0);
  });
});
