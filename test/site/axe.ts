import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, NodeResult, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** It writes no source down for what is right, which is a tenth of its work; ours is looked up below for what is wrong. */
const AXE = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')}
axe.configure({ noHtml: true });
window.axeOf = async (selector, options) => {
  const { violations, incomplete } = await axe.run(document.querySelectorAll(selector), options);
  const sourceOf = ({ target }) => document.querySelector([target[0]].flat()[0])?.outerHTML.slice(0, 160) ?? '';
  for (const one of [...violations, ...incomplete]) for (const node of one.nodes) node.html = sourceOf(node);
  return { violations, incomplete };
};
`;

/** Nothing is fetched again for rules that are off or concern sound; only what is wrong is written down, or may be. */
const ALWAYS = { resultTypes: ['violations', 'incomplete'], preload: false } as const satisfies RunOptions;

/** Words in the colour of their ground: axe takes them for hidden and leaves it to us. */
function isUnseen({ any }: NodeResult): boolean {
  return any.some(({ data }) => (data as { readonly messageKey?: unknown } | null)?.messageKey === 'equalRatio');
}

/** Every violation that axe finds in the parts of the page that the selector names, `html` for all of it, with its place. */
export async function violationsIn(page: Page, selector: string, options: RunOptions = {}): Promise<readonly string[]> {
  // A page's own policy forbids foreign script tags; what the debugger evaluates is not one.
  if (!(await page.evaluate(() => 'axeOf' in window))) await page.evaluate(AXE);
  const { violations, incomplete } = await page.evaluate<Pick<AxeResults, 'violations' | 'incomplete'>>(`axeOf(${JSON.stringify(selector)}, ${JSON.stringify({ ...ALWAYS, ...options })})`);
  const unseen = incomplete.filter(({ id }) => id === 'color-contrast').map((one) => ({ ...one, nodes: one.nodes.filter(isUnseen) }));
  return [...violations, ...unseen].flatMap(({ id, help, nodes }) => nodes.map(({ html, target }) => `${id}: ${help} at ${target.join(' ')}: ${html}`));
}
