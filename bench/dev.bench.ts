import { launchBrowser } from '../test/browser.ts';
import { dev, projectCopy } from '../test/instructor/project-copy.ts';
import type { Figure } from './figure.ts';

const LESSON = 'content/docs/en/states.mdx';
const CHANGES = 8;
/** Between two changes, ms: what the last one set going has ended by then. */
const REST = 2500;

/** How long after one line of a lesson has been saved the page in the browser shows it, ms: the middle of several times, the first one apart, when the server reads everything in. */
export async function measure(): Promise<readonly Figure[]> {
  const copy = projectCopy('bench-dev');
  const server = await dev(copy);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}/en/states/`, { timeout: 120_000 });
    const times: number[] = [];
    for (let change = 0; change <= CHANGES; change += 1) {
      await page.waitForTimeout(REST);
      const text = `Changed for the time number ${String(change)}.`;
      const before = copy.read(LESSON);
      const began = performance.now();
      copy.write(LESSON, change === 0 ? before.replace('\n## ', `\n${text}\n\n## `) : before.replace(/Changed for the time number \d+\./, text));
      await page.getByText(text).first().waitFor({ timeout: 60_000 });
      times.push(performance.now() - began);
    }
    return [{ name: 'dev-change-visible-ms', value: times.slice(1).toSorted((a, b) => a - b)[CHANGES / 2] ?? NaN, unit: 'ms' }];
  } finally {
    await browser.close();
    await server.close();
  }
}
