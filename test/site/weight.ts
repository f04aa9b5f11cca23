import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { record, type Loaded } from './transfer.ts';

/** Bytes over the wire, headers included, until a page has been at rest; of it what the first paint waits for, the page itself included. */
const BUDGET = { all: 130_000, script: 45_000, first: 80_000 };

/** What a page has loaded before anyone touched it. */
export interface Untouched {
  readonly loaded: readonly Loaded[];
  /** The addresses of what its first paint waits for. */
  readonly awaited: readonly string[];
}

/** Begins to weigh a page before it is opened; what it gives waits until the page is at rest, and says what it has loaded. */
export async function weighing(page: Page): Promise<() => Promise<Untouched>> {
  const loaded = await record(await page.context().newCDPSession(page));
  return async () => {
    await page.waitForLoadState('networkidle');
    const awaited = await page.evaluate<readonly string[]>(`performance.getEntriesByType('resource').filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking').map(({ name }) => name)`);
    return { loaded: [...loaded], awaited };
  };
}

/** Tests that the page of this address keeps to the budget before anyone touches it. */
export function testWeight(path: string, untouched: () => Untouched): void {
  const report = () => untouched().loaded.map(({ url, bytes }) => `${bytes} ${new URL(url).pathname}`).join('\n');

  test(`transfers at most ${BUDGET.all / 1000} kB`, () => {
    const { loaded } = untouched();
    expect(loaded.length).toBeGreaterThan(2);
    expect(loaded.filter(({ url, compressed }) => /\.(?:js|css)$|\/$/u.test(url) && !compressed).filter(({ bytes }) => bytes > 1500).map(({ url }) => url), 'not compressed').toEqual([]);
    expect(loaded.reduce((sum, { bytes }) => sum + bytes, 0), report()).toBeLessThanOrEqual(BUDGET.all);
  });

  test(`of it at most ${BUDGET.script / 1000} kB JavaScript, and nothing that draws`, () => {
    const scripts = untouched().loaded.filter(({ script }) => script);
    expect(scripts.reduce((sum, { bytes }) => sum + bytes, 0), report()).toBeLessThanOrEqual(BUDGET.script);
    // MermaidText is the button that copies a text.
    expect(scripts.map(({ url }) => url).filter((url) => /mermaid(?!Text)|diagram|draw-in-page/iu.test(new URL(url).pathname))).toEqual([]);
  });

  test(`waits with its first paint for style sheets only, and at most ${BUDGET.first / 1000} kB`, () => {
    const { loaded, awaited } = untouched();
    expect(awaited.length).toBeGreaterThan(0);
    expect(awaited.filter((url) => !new URL(url).pathname.endsWith('.css'))).toEqual([]);
    const first = loaded.filter(({ url }) => awaited.includes(url) || new URL(url).pathname === path);
    expect(first).toHaveLength(awaited.length + 1);
    expect(first.reduce((sum, { bytes }) => sum + bytes, 0), report()).toBeLessThanOrEqual(BUDGET.first);
  });
}
