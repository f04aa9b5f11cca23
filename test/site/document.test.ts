import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { DIST } from '../../scripts/site-build.ts';
import { COURSE_PAGES, LANGUAGES, PAGES, documentOf } from './pages.ts';

const DOCUMENTS = new Map(PAGES.map((page) => [page.path, documentOf(page)]));

/** The lessons that the course has to have, in every language. */
const REQUIRED = ['', 'why-handshake', 'flags-and-header', 'sequence-numbers', 'states', 'three-way-handshake', 'data-and-par', 'flow-and-congestion', 'four-way-handshake', 'losing-segments', 'simultaneous', 'reset', 'under-attack', 'handshakes-today', 'reading-a-capture', 'summary', 'final-exam', 'progress', 'glossary', 'cheat-sheet', 'lab', 'read-a-capture', 'gallery', 'references', 'how-faithful', 'authoring'];

function pathsInSitemap(): readonly string[] {
  const index = readFileSync(join(DIST, 'sitemap-index.xml'), 'utf8');
  return [...index.matchAll(/<loc>([^<]+)<\/loc>/gu)].flatMap(([, address = '']) => {
    const map = readFileSync(join(DIST, new URL(address).pathname), 'utf8');
    return [...map.matchAll(/<url><loc>([^<]+)<\/loc>/gu)].map(([, page = '']) => new URL(page).pathname);
  });
}

/** Why the link leads nowhere; null where it leads somewhere or out of the site. */
function deadEnd(from: Document, href: string): string | null {
  if (/^(?:https?:)?\/\/|^mailto:/u.test(href)) return null;
  const target = new URL(href, from.URL);
  const path = decodeURIComponent(target.pathname);
  const page = DOCUMENTS.get(path);
  if (page === undefined) return existsSync(join(DIST, path)) && !path.endsWith('/') ? null : `${href}: no such page`;
  const anchor = decodeURIComponent(target.hash.slice(1));
  // What follows `#s1=` is a whole session of the Lab, not a place in its page.
  if (/^s\d+=/u.test(anchor) && page.querySelector('.hl-lab') !== null) return null;
  // What follows the address of practice says what is asked.
  if (/^(?:practice|review|exam|topics=[a-z,]+|misconception=[a-z0-9-]+)$/u.test(anchor) && page.querySelector('.isl-practice') !== null) return null;
  return anchor === '' || page.getElementById(anchor) !== null ? null : `${href}: no such anchor on ${path}`;
}

test('the course has every lesson in every language', () => {
  const have = new Set(COURSE_PAGES.map((page) => page.path));
  const wanted = LANGUAGES.flatMap((language) => REQUIRED.map((slug) => `/${language}/${slug === '' ? '' : `${slug}/`}`));
  expect(wanted.filter((path) => !have.has(path))).toEqual([]);
});

test('both languages have the same pages', () => {
  const [en, ko] = LANGUAGES.map((language) => COURSE_PAGES.filter((page) => page.language === language).map((page) => page.slug));
  expect(ko).toEqual(en);
});

test('the sitemap lists every page of the course, once; the front door only leads to them', () => {
  expect([...pathsInSitemap()].sort()).toEqual(COURSE_PAGES.map((page) => page.path).sort());
});

describe.each(PAGES)('$path', (page) => {
  const document = documentOf(page);

  test('has one h1, a title, a description and its language', () => {
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.title.length).toBeGreaterThan(5);
    expect(document.querySelector('meta[name="description"]')?.getAttribute('content')?.length ?? 0).toBeGreaterThan(20);
    expect(document.documentElement.lang).toBe(page.language ?? 'en');
  });

  test('has headings without a level left out, and ids that are unique', () => {
    const levels = [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].map((heading) => Number(heading.tagName.slice(1)));
    expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('has no link, anchor, script, style sheet or picture that leads nowhere', () => {
    const links = [...document.querySelectorAll('a[href], link[href], script[src], img[src]')]
      .filter((element) => !['canonical', 'alternate', 'sitemap'].includes(element.getAttribute('rel') ?? ''))
      .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '');
    expect(links.map((href) => deadEnd(document, href)).filter((problem) => problem !== null)).toEqual([]);
  });

  test('carries a policy that lets only its own scripts run', () => {
    const policies = [...document.querySelectorAll('meta[http-equiv="content-security-policy" i]')].map((meta) => meta.getAttribute('content') ?? '');
    expect(policies).toHaveLength(1);
    const scripts = /script-src ([^;]*)/u.exec(policies[0] ?? '')?.[1] ?? '';
    expect(scripts).toContain("'self'");
    expect(scripts).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/u);
    expect(policies[0]).toContain("default-src 'none'");
    // A policy governs only what stands after it.
    const head = document.head.children[0];
    expect(head?.getAttribute('http-equiv')?.toLowerCase()).toBe('content-security-policy');
    expect([...document.querySelectorAll('*')].filter((element) => element.getAttributeNames().some((name) => name.startsWith('on')))).toEqual([]);
  });

  test.skipIf(page.path === '/404.html')('names its counterparts', () => {
    const alternates = [...document.querySelectorAll('link[rel="alternate"][hreflang]')];
    const paths = new Map(alternates.map((link) => [link.getAttribute('hreflang'), new URL(link.getAttribute('href') ?? '', document.URL).pathname]));
    for (const language of LANGUAGES) {
      expect(paths.get(language)).toBe(`/${language}/${page.slug === '' ? '' : `${page.slug}/`}`);
      expect(DOCUMENTS.has(paths.get(language) ?? '')).toBe(true);
    }
    const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
    expect(new URL(canonical).pathname).toBe(page.path);
  });
});

test('a page is read as it stands: no raw component tag, template or key is left in the text', () => {
  for (const { path, html } of PAGES) {
    const { document } = new JSDOM(html).window;
    for (const element of document.querySelectorAll('script, style, pre, code')) element.remove();
    expect(document.body.textContent, path).not.toMatch(/\{\{|\}\}|\bundefined\b|\[object Object\]|\b(?:rule|island|lesson|exercise|problem|diagram)\.[a-z-]+\.[a-z]/u);
  }
});
