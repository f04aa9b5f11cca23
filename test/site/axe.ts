import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Nothing is fetched again for rules that are off or concern sound; only what is wrong is written down. */
const ALWAYS = { resultTypes: ['violations'], preload: false } as const satisfies RunOptions;

/** Every violation that axe finds in the part of the page that the selector names, `html` for all of it, with its place. */
export async function violationsIn(page: Page, selector: string, options: RunOptions = {}): Promise<readonly string[]> {
  // A page's own policy forbids foreign script tags; what the debugger evaluates is not one.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document.querySelector(${JSON.stringify(selector)}), ${JSON.stringify({ ...ALWAYS, ...options })})`);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, target }) => `${id}: ${help} at ${target.join(' ')}: ${html.slice(0, 160)}`));
}
